import type { Owner } from '../knowledge/schema.js';
import { isTerm } from './features.js';

/**
 * What a question may want: whose a duty is, AWS's, the customer's or shared; an explanation of the model or of a term;
 * or nothing that has an owner: small talk, prices, other clouds.
 */
export const SIDES = ['aws', 'customer', 'shared', 'explanation', 'nobody'] as const satisfies readonly (Owner | 'explanation' | 'nobody')[];

/** How likely each is, going by the wording alone. They add up to 1. */
export type Leaning = Record<(typeof SIDES)[number], number>;

/** What was learned: the features, and for each, one after the other, a weight for each side. */
export interface Weights {
  features: readonly string[];
  weights: readonly number[];
}

/** Features that are always there, and for words that no example has: one, several, most of the question. */
const ALWAYS = 'always';
const UNSEEN = ['unseen', 'several unseen', 'mostly unseen'] as const;

/** The features that count: those that were seen in examples, and how much was not. */
export function known(features: readonly string[], isKnown: (feature: string) => boolean): string[] {
  const seen = features.filter(isKnown);
  const terms = features.filter(isTerm).length;
  const unseen = terms - seen.filter(isTerm).length;
  return [ALWAYS, ...seen, ...UNSEEN.filter((_, index) => [unseen > 0, unseen > 1, unseen > terms / 2][index])];
}

/** A linear reader: adds up the weights of what it sees. */
export class LinearReader {
  readonly #index: ReadonlyMap<string, number>;
  readonly #weights: Float32Array;

  constructor({ features, weights }: Weights) {
    this.#index = new Map(features.map((feature, index) => [feature, index * SIDES.length]));
    this.#weights = Float32Array.from(weights);
  }

  /** What the features of a question lean to. */
  leaning(features: readonly string[]): Leaning {
    const sums = SIDES.map(() => 0);
    for (const feature of known(features, (one) => this.#index.has(one))) {
      const at = this.#index.get(feature);
      if (at !== undefined) for (let side = 0; side < sums.length; side += 1) sums[side] = (sums[side] ?? 0) + (this.#weights[at + side] ?? 0);
    }
    const [aws = 0, customer = 0, shared = 0, explanation = 0, nobody = 0] = likelihoods(sums);
    return { aws, customer, shared, explanation, nobody };
  }
}

/** Turns sums of weights into likelihoods (softmax). */
export function likelihoods(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
