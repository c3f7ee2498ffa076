import { toBytes, toText } from '../knowledge/bytes.js';
import type { Owner } from '../knowledge/schema.js';
import { isTerm } from './features.js';
import { firstFrom } from './ordered.js';

/**
 * What a question may want: whose a duty is, AWS's, the customer's or shared; an explanation of the model or of a term;
 * or nothing that has an owner: small talk, prices, other clouds.
 */
export const SIDES = ['aws', 'customer', 'shared', 'explanation', 'nobody'] as const satisfies readonly (Owner | 'explanation' | 'nobody')[];

/** How likely each is, going by the wording alone. They add up to 1. */
export type Leaning = Record<(typeof SIDES)[number], number>;

/**
 * What was learned: a key of four bytes for each feature, in order, and a weight of one byte for each side, in hundredths.
 * Seventy thousand features as texts would take longer to load than all the knowledge.
 */
export interface Weights {
  keys: string;
  weights: string;
}

const UNIT = 0.01;
const HALVES = 2 ** 16;

/** Puts what was learned into the form in which it is kept. Weights lie well within one and a quarter. */
export function packed(learned: readonly (readonly [feature: string, weights: readonly number[]])[]): Weights {
  const sorted = learned.map(([feature, weights]) => ({ key: keyOf(feature), weights })).sort((a, b) => a.key - b.key);
  const keys = Uint32Array.from(sorted, ({ key }) => key);
  const weights = Int8Array.from(sorted.flatMap((one) => one.weights.map((weight) => Math.max(-127, Math.min(127, Math.round(weight / UNIT))))));
  return { keys: toText(keys), weights: toText(weights) };
}

/** A number for a text (FNV-1a): that two features have the same is so rare that it does not matter. */
function keyOf(feature: string): number {
  let key = 0x811c9dc5;
  for (let i = 0; i < feature.length; i += 1) key = Math.imul(key ^ feature.charCodeAt(i), 0x01000193);
  return key >>> 0;
}

/** Features that are always there, and for words that no example has: one, several, most of the question. */
const ALWAYS = 'always';
const UNSEEN = ['unseen', 'several unseen', 'mostly unseen'] as const;

/** What stands beside the features that are known: that there are some, and how many of the terms are not known. */
export function besides(features: readonly string[], isKnown: (place: number) => boolean): string[] {
  let terms = 0;
  let unseen = 0;
  for (const [place, feature] of features.entries()) {
    if (!isTerm(feature)) continue;
    terms += 1;
    if (!isKnown(place)) unseen += 1;
  }
  return [ALWAYS, ...UNSEEN.filter((_, index) => [unseen > 0, unseen > 1, unseen > terms / 2][index])];
}

/** A linear reader: adds up the weights of what it sees. */
export class LinearReader {
  readonly #keys: Uint32Array;
  readonly #weights: Int8Array;
  /** Where the keys of each upper half begin: there are about as many halves as keys, so that little is left to search. */
  readonly #firsts = new Uint32Array(HALVES + 1);

  constructor({ keys, weights }: Weights) {
    this.#keys = new Uint32Array(toBytes(keys));
    this.#weights = new Int8Array(toBytes(weights));
    for (const key of this.#keys) this.#firsts[(key >>> 16) + 1] = (this.#firsts[(key >>> 16) + 1] ?? 0) + 1;
    for (let half = 0; half < HALVES; half += 1) this.#firsts[half + 1] = (this.#firsts[half + 1] ?? 0) + (this.#firsts[half] ?? 0);
  }

  /** What the features of a question lean to. */
  leaning(features: readonly string[]): Leaning {
    const places = features.map((feature) => this.#placeOf(feature));
    places.push(...besides(features, (index) => places[index] !== undefined).map((feature) => this.#placeOf(feature)));
    const sums = SIDES.map(() => 0);
    for (const place of places) {
      if (place === undefined) continue;
      const at = place * SIDES.length;
      for (let side = 0; side < sums.length; side += 1) sums[side] = (sums[side] ?? 0) + UNIT * (this.#weights[at + side] ?? 0);
    }
    const [aws = 0, customer = 0, shared = 0, explanation = 0, nobody = 0] = likelihoods(sums);
    return { aws, customer, shared, explanation, nobody };
  }

  /** The place of a feature among the keys; undefined if nothing was learned of it. */
  #placeOf(feature: string): number | undefined {
    const key = keyOf(feature);
    const half = key >>> 16;
    const place = firstFrom(this.#keys, key, this.#firsts[half], this.#firsts[half + 1]);
    return this.#keys[place] === key ? place : undefined;
  }
}

/** Turns sums of weights into likelihoods (softmax). */
export function likelihoods(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
