import Fuse from 'fuse.js';

/** Words this short are one letter from another word too often: EC2, ECS, EKS. */
const MIN_LENGTH = 5;
/** From here on two slips are forgiven. */
const TWO_SLIPS = 9;
const PREFIX = 7;

/**
 * Corrects the spelling of single words against a fixed vocabulary.
 *
 * Every known word is filed under itself with up to two letters left out, so that a misspelt word finds the few words it
 * may stand for without looking at the rest, however many there are; fuse.js then says which of the few is nearest.
 */
export class Spelling {
  readonly #known: ReadonlySet<string>;
  #filed: ReadonlyMap<string, string[]> | undefined;

  constructor(vocabulary: Iterable<string>) {
    this.#known = new Set(vocabulary);
  }

  knows(word: string): boolean {
    return this.#known.has(word);
  }

  /**
   * The known word that `word` most likely stands for; undefined if it is known itself, too short, or like no other.
   * @param bare nothing else was written: then a letter may be missing from a word of the least length
   */
  correct(word: string, bare = false): string | undefined {
    if (word.length < (bare ? MIN_LENGTH - 1 : MIN_LENGTH) || this.#known.has(word) || /^\d+$/.test(word)) return undefined;
    // Filing takes a while, and the first misspelt word is early enough for it.
    this.#filed ??= filed(this.#known);
    const candidates = new Set<string>();
    for (const form of shortened(word)) {
      for (const known of this.#filed.get(form) ?? []) if (known[0] === word[0] && Math.abs(known.length - word.length) <= 2) candidates.add(known);
    }
    const allowed = word.length < TWO_SLIPS ? 1 : 2;
    const near = [...candidates].map((known) => ({ known, slips: slips(word, known, allowed) })).filter((one) => one.slips <= allowed);
    if (near.length === 0) return undefined;
    const fewest = Math.min(...near.map((one) => one.slips));
    const best = near.filter((one) => one.slips === fewest).map(({ known }) => known);
    if (best.length === 1) return best[0];
    // Of several words as near as each other, the one that fuse.js finds most alike.
    return best
      .map((known) => ({ known, score: Fuse.match(word, known, { includeScore: true, threshold: 1 }).score ?? 1 }))
      .sort((a, b) => a.score - b.score)[0]?.known;
  }
}

function filed(known: ReadonlySet<string>): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < MIN_LENGTH) continue;
    for (const form of shortened(word)) {
      const words = all.get(form);
      if (words) words.push(word);
      else all.set(form, [word]);
    }
  }
  return all;
}

/** The word, and the word with one letter left out; for long words also with two. Only the beginning of long words is varied. */
function shortened(word: string): Set<string> {
  const head = word.slice(0, PREFIX);
  const forms = new Set([head]);
  for (let i = 0; i < head.length; i += 1) {
    const once = head.slice(0, i) + head.slice(i + 1);
    forms.add(once);
    if (word.length >= TWO_SLIPS - 1) for (let j = i; j < once.length; j += 1) forms.add(once.slice(0, j) + once.slice(j + 1));
  }
  return forms;
}

/**
 * How many letters were left out, put in, mistaken or swapped with their neighbour (optimal string alignment);
 * infinity if more than `most`.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
    before = last;
    last = row;
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY;
}
