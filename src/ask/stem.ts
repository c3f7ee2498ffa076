import { stemmer } from 'stemmer';

/** Long enough for every word of the knowledge; people's own words must not fill the memory. */
const MOST = 20_000;
const known = new Map<string, string>();

/** The form that all forms of a word share (Porter): "patching" and "patches" are both "patch". */
export function stemOf(word: string): string {
  let stem = known.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    if (known.size < MOST) known.set(word, stem);
  }
  return stem;
}
