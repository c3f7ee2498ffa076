import { likelihoods } from './leaning.js';

/** How often each term stands in the examples of each explanation. */
export type TermCounts = readonly (readonly [concept: string, terms: readonly (readonly [term: string, count: number])[]])[];

/** An explanation that a question may want. */
export interface LikelyConcept {
  concept: string;
  likelihood: number;
  /** The terms of the question that its examples have, too. */
  terms: readonly string[];
}

/** What a term counts for where no example has it. */
const SMOOTHING = 0.3;

/** Counts the terms of examples. The same examples give the same counts. */
export function countTerms(examples: Iterable<{ concept: string; terms: readonly string[] }>): TermCounts {
  const counts = new Map<string, Map<string, number>>();
  for (const { concept, terms } of examples) {
    const own = counts.get(concept) ?? new Map<string, number>();
    counts.set(concept, own);
    for (const term of terms) own.set(term, (own.get(term) ?? 0) + 1);
  }
  return [...counts].map(([concept, terms]) => [concept, [...terms]]);
}

/** Says which explanation a question wants, where no phrase does (naive Bayes over terms, all explanations as likely beforehand). */
export class ConceptReader {
  readonly #concepts: { concept: string; counts: ReadonlyMap<string, number>; total: number }[];
  readonly #known: ReadonlySet<string>;

  constructor(counts: TermCounts) {
    this.#known = new Set(counts.flatMap(([, terms]) => terms.map(([term]) => term)));
    this.#concepts = counts.map(([concept, terms]) => ({
      concept,
      counts: new Map(terms),
      total: terms.reduce((sum, [, count]) => sum + count, 0) + SMOOTHING * this.#known.size,
    }));
  }

  /** All explanations, the likeliest first; none where no example has any of the terms. */
  likeliest(terms: Iterable<string>): LikelyConcept[] {
    const seen = [...new Set(terms)].filter((term) => this.#known.has(term));
    if (seen.length === 0) return [];
    const logs = this.#concepts.map(({ concept, counts, total }) => ({
      concept,
      terms: seen.filter((term) => counts.has(term)),
      log: seen.reduce((sum, term) => sum + Math.log(((counts.get(term) ?? 0) + SMOOTHING) / total), 0),
    }));
    const shares = likelihoods(logs.map(({ log }) => log));
    return logs.map(({ concept, terms }, index) => ({ concept, likelihood: shares[index] ?? 0, terms })).sort((a, b) => b.likelihood - a.likelihood);
  }
}
