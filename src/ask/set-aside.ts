import type { Words } from '../knowledge/schema.js';
import type { Reading } from './reading.js';
import type { Naming } from './services-named.js';
import { type Token, tokenize } from './text.js';

/** Why a question is not one for this bot. */
export type Off = 'gibberish' | 'other-cloud' | 'not-responsibility';

/** Knows what is not to be answered by its words alone: other clouds, prices and limits. */
export class SetAside {
  readonly #otherClouds: PhraseSet;
  readonly #notResponsibility: PhraseSet;

  constructor({ other_clouds, not_responsibility }: Words) {
    this.#otherClouds = new PhraseSet(other_clouds);
    this.#notResponsibility = new PhraseSet(not_responsibility);
  }

  /** Why the question is set aside; undefined if it is not. */
  reason({ tokens, vendor }: Reading, { certain }: Naming): Off | undefined {
    if (tokens.length === 0 || tokens.every(({ word }) => isGibberish(word))) return 'gibberish';
    // "ServiceNow connector" is a name of ours.
    const besides = tokens.filter((_, index) => !certain.some(({ from, to }) => index >= from && index < to));
    const surely = certain.some(({ common }) => !common);
    if ((!surely || !vendor) && this.#otherClouds.in(besides)) return 'other-cloud';
    return this.#notResponsibility.in(besides) ? 'not-responsibility' : undefined;
  }
}

/** One letter over and over. */
function isGibberish(word: string): boolean {
  return /^(.)\1{3,}$/.test(word);
}

/** Finds fixed phrases in a row of words. */
export class PhraseSet {
  readonly #phrases = new Set<string>();
  readonly #firsts = new Set<string>();
  #longest = 0;

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = tokenize(phrase).map(({ word }) => word);
      this.#longest = Math.max(this.#longest, words.length);
      this.#phrases.add(words.join(' '));
      this.#firsts.add(words[0] ?? '');
    }
  }

  in(tokens: readonly Token[]): boolean {
    for (let from = 0; from < tokens.length; from += 1) {
      if (!this.#firsts.has(tokens[from]?.word ?? '')) continue;
      let key = '';
      for (let length = 1; length <= this.#longest; length += 1) {
        const token = tokens[from + length - 1];
        if (!token) break;
        key = key ? `${key} ${token.word}` : token.word;
        if (this.#phrases.has(key)) return true;
      }
    }
    return false;
  }
}
