import { type Cues, readCues } from './cues.js';
import type { Lexicon, Term } from './lexicon.js';
import { type Names, VENDORS } from './names.js';
import { Spelling, slips } from './spelling.js';
import { type Token, tokenize } from './text.js';

/** A question as words and terms, spelling corrected: what everything else looks at. */
export interface Reading {
  /** As it was written. */
  written: readonly Token[];
  tokens: readonly Token[];
  /** Which of the tokens were corrected. */
  corrected: ReadonlySet<number>;
  terms: readonly Term[];
  /** The terms that have a subject of their own. */
  content: readonly Term[];
  cues: Cues;
  /** Speaks of AWS or Amazon. */
  vendor: boolean;
}

/** A text of nothing but misspellings is not worth the time. */
const MAX_CORRECTIONS = 24;
const LONGEST_MISSPELT = 4;

/** Reads texts with the words of the knowledge. */
export class Reader {
  readonly #lexicon: Lexicon;
  readonly #names: Names;
  readonly #spelling: Spelling;
  readonly #spellingOfNames: Spelling;

  constructor(lexicon: Lexicon, names: Names) {
    this.#lexicon = lexicon;
    this.#names = names;
    this.#spelling = new Spelling([...lexicon.words, ...names.words]);
    this.#spellingOfNames = new Spelling(names.keys);
  }

  read(text: string): Reading {
    const raw = tokenize(text);
    const written: Token[] = [];
    const single: Token[] = [];
    const corrected = new Set<number>();
    const bare = raw.filter(({ word }) => !VENDORS.has(word)).length === 1;
    for (let at = 0; at < raw.length; ) {
      const name = corrected.size < MAX_CORRECTIONS ? this.#misspeltName(raw, at) : undefined;
      const tokens = raw.slice(at, at + (name?.length ?? 1));
      const [first] = tokens;
      if (!first) break;
      const correction = name?.word ?? (corrected.size < MAX_CORRECTIONS ? this.#correction(first.word, bare) : undefined);
      if (correction !== undefined) corrected.add(single.length);
      written.push({ ...first, word: tokens.map(({ word }) => word).join(' ') });
      single.push(correction === undefined ? first : { ...first, word: correction });
      at += tokens.length;
    }
    const before = this.#lexicon.terms(single);
    const pair = this.#misspeltPair(single, before);
    const tokens = pair ? [...single.slice(0, pair.index), pair.token, ...single.slice(pair.index + 2)] : single;
    const terms = pair ? this.#lexicon.terms(tokens) : before;
    return {
      written,
      tokens,
      corrected: pair ? new Set([pair.index, ...[...corrected].map((index) => (index > pair.index ? index - 1 : index))]) : corrected,
      terms,
      content: terms.filter(({ id }) => !this.#lexicon.isOrdinary(id) && !/^\d+$/.test(id)),
      cues: readCues(tokens),
      vendor: tokens.some(({ word }) => VENDORS.has(word)),
    };
  }

  /** "auit manager": several words that are a name, but for a slip in one that is no word at all. */
  #misspeltName(tokens: readonly Token[], at: number): { word: string; length: number } | undefined {
    for (let length = LONGEST_MISSPELT; length > 1; length -= 1) {
      const words = tokens.slice(at, at + length).map(({ word }) => word);
      if (words.length < length || VENDORS.has(words[0] ?? '') || words.every((word) => this.#isWord(word))) continue;
      const joined = words.join('');
      const correction = this.#spellingOfNames.correct(joined, { most: 1 });
      if (correction !== undefined) return { word: correction, length };
    }
    return undefined;
  }

  #isWord(word: string): boolean {
    return this.#lexicon.knows(word) || this.#names.words.has(word) || /^\d+$/.test(word);
  }

  /** What a word is a misspelling of. Another form of a known word is none, unless it is nearly a name: "inspecter". */
  #correction(word: string, bare: boolean): string | undefined {
    const correction = this.#spelling.correct(word, { bare });
    if (correction === undefined || !this.#lexicon.knows(word)) return correction;
    const isForm = word.startsWith(correction) || (correction.startsWith(word) && correction.endsWith('s'));
    return this.#names.named(correction).length > 0 && slips(word, correction, 1) === 1 && !isForm ? correction : undefined;
  }

  /** "elastic cache" is ElastiCache misspelt: two words that are a name only together and with a slip. */
  #misspeltPair(tokens: readonly Token[], terms: readonly Term[]): { index: number; token: Token } | undefined {
    const telling = new Set(terms.flatMap(({ id, from, to }) => (to - from === 1 && !this.#lexicon.isOrdinary(id) ? [from] : [])));
    for (let index = 0; index + 1 < tokens.length && index < MAX_CORRECTIONS; index += 1) {
      const [first, second] = [tokens[index], tokens[index + 1]];
      if (!telling.has(index) || !telling.has(index + 1) || !first || !second || VENDORS.has(first.word) || first.word.length < 3 || second.word.length < 4)
        continue;
      const joined = first.word + second.word;
      // Of two words only one may be wrong, and a plural is no slip.
      const correction = this.#spellingOfNames.correct(joined, { most: 1 });
      if (correction === undefined || correction === `${joined}s`) continue;
      const named = this.#names.find(tokens, () => false).some(({ common, from, to }) => !common && from < index + 2 && to > index);
      if (!named) return { index, token: { ...first, word: correction } };
    }
    return undefined;
  }
}

/** Words of a question as they were written, before their spelling was corrected: from the first to before the last. */
export function asWritten({ written }: Reading, from: number, to: number): string {
  return written
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}

/** The sentence that asks: the last one that asks who, or else the last one with a question word; undefined if there is only one. */
export function focusOf(tokens: readonly Token[]): number | undefined {
  if ((tokens.at(-1)?.sentence ?? 0) === 0) return undefined;
  const asking = (words: RegExp) => tokens.findLast(({ word }) => words.test(word))?.sentence;
  return asking(/^(who|whos|whose|whom)$/) ?? asking(/^(is|are|does|do|must|should)$/);
}

/** Stands in a clause that is set aside: "not our router", "leaving the rules aside". */
export function isDenied(tokens: readonly Token[], { from, sentence }: Term): boolean {
  let start = from;
  while (start > 0 && !tokens[start]?.opens && tokens[start - 1]?.sentence === sentence) start -= 1;
  const first = tokens[start]?.word ?? '';
  const second = tokens[start + 1]?.word ?? '';
  return (
    (first === 'not' && second !== 'sure') ||
    (first === 'leaving' && tokens.slice(start, start + 6).some(({ word }) => word === 'aside')) ||
    (first === 'apart' && second === 'from')
  );
}
