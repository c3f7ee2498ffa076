import type { FiledWords } from '../knowledge/filed.js';
import type { Words } from '../knowledge/schema.js';
import { stemOf } from './stem.js';
import { type Token, tokenize } from './text.js';

/** A term is a word or a fixed expression in the form that all its spellings share: "operating systems" and "OS" are one term. */
export interface Term {
  id: string;
  /** The tokens it was read from: first, and one past the last. */
  from: number;
  to: number;
  sentence: number;
}

const STOPWORDS = new Set(
  'a an the of in on at for to is are be am do does did by with it its s t as that this these those we us i you your they them'
    .split(' ')
    .flatMap((word) => [word, stemOf(word)]),
);
// "AWS or us" offers owners, and says nothing of the subject.
STOPWORDS.add('us or them');
const LONGEST_EXPRESSION = 4;

/** Turns words into terms: stems them, and replaces synonyms by the word that stands for them. */
export class Lexicon {
  readonly #expressions: Map<string, string>;
  readonly #ordinary: ReadonlySet<string>;
  readonly #decisive: ReadonlySet<string>;
  readonly #words: Set<string>;
  readonly #knownStems: Set<string>;
  readonly #parties: ReadonlySet<string>;
  readonly #distinct: ReadonlySet<string>;

  /** @param filed what the build made of the same words, and of the phrases of the knowledge */
  constructor(words: Words, filed?: FiledWords) {
    this.#distinct = new Set(words.distinct);
    this.#expressions = new Map(filed?.expressions);
    this.#words = new Set(filed?.words);
    this.#knownStems = new Set(filed?.stems);
    if (!filed) this.#read(words);
    this.#parties = this.#termsIn(['our', 'aws']);
    this.#ordinary = filed ? new Set(filed.ordinary) : this.#termsIn(words.ordinary);
    this.#decisive = filed ? new Set(filed.decisive) : this.#termsIn(words.decisive);
  }

  /** What the build keeps, once every phrase was read. */
  get filed(): FiledWords {
    return {
      expressions: [...this.#expressions],
      ordinary: [...this.#ordinary],
      decisive: [...this.#decisive],
      words: [...this.#words],
      stems: [...this.#knownStems],
    };
  }

  #read(words: Words): void {
    for (const [canonical, variants] of Object.entries(words.synonyms)) {
      const id = this.#key(tokenize(canonical));
      for (const variant of [canonical, ...variants]) {
        const tokens = tokenize(variant);
        this.#learn(tokens);
        this.#expressions.set(this.#key(tokens), id);
      }
    }
    for (const list of [words.ordinary, words.decisive, words.other_clouds, words.not_responsibility]) for (const phrase of list) this.#learn(tokenize(phrase));
  }

  #termsIn(phrases: readonly string[]): ReadonlySet<string> {
    return new Set(phrases.flatMap((phrase) => this.termsOf(phrase).map(({ id }) => id)));
  }

  /** The terms of a phrase or question, in order, without stopwords. Learns its words as known spellings if asked to. */
  termsOf(text: string, learn = false): Term[] {
    const tokens = tokenize(text);
    if (learn) this.#learn(tokens);
    return this.terms(tokens);
  }

  terms(tokens: readonly Token[]): Term[] {
    const terms: Term[] = [];
    for (let from = 0; from < tokens.length; ) {
      const { id, length } = this.#expressionAt(tokens, from);
      const sentence = tokens[from]?.sentence ?? 0;
      if (!STOPWORDS.has(id)) terms.push({ id, from, to: from + length, sentence });
      from += length;
    }
    return terms;
  }

  isOrdinary(term: string): boolean {
    return this.#ordinary.has(term);
  }

  /** "Our" or "AWS", in any form. */
  isParty(term: string): boolean {
    return this.#parties.has(term);
  }

  /** Whether the word, or another form of it, is used in the knowledge: then it is no misspelling. */
  knows(word: string): boolean {
    return this.#words.has(word) || this.#knownStems.has(this.#stem(word));
  }

  isDecisive(term: string): boolean {
    return this.#decisive.has(term);
  }

  /** Every word that the knowledge uses, in the form in which it is written: what spelling is corrected to. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }

  #expressionAt(tokens: readonly Token[], from: number): { id: string; length: number } {
    let key = '';
    let found = { id: '', length: 0 };
    for (let length = 1; length <= LONGEST_EXPRESSION; length += 1) {
      const token = tokens[from + length - 1];
      if (!token) break;
      key = key ? `${key} ${this.#stem(token.word)}` : this.#stem(token.word);
      const id = this.#expressions.get(key);
      if (id !== undefined) found = { id, length };
      else if (length === 1) found = { id: key, length };
    }
    return found;
  }

  #key(tokens: readonly Token[]): string {
    return tokens.map(({ word }) => this.#stem(word)).join(' ');
  }

  #learn(tokens: readonly Token[]): void {
    for (const { word } of tokens) this.#learnWord(word);
  }

  #learnWord(word: string): void {
    this.#words.add(word);
    this.#knownStems.add(this.#stem(word));
  }

  #stem(word: string): string {
    return this.#distinct.has(word) ? word : stemOf(word);
  }
}
