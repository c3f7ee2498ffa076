import { likelihoods } from './leaning.js';

/** How often each sign stands in the examples of each explanation: a sign is a term, a word, or two terms that follow each other. */
export interface SignCounts {
  concepts: readonly string[];
  /** How often the signs of each explanation stand in its examples together. */
  totals: readonly number[];
  /** Each sign with the places of the explanations that have it among `concepts`, and how often: place, count, place, count ... */
  signs: readonly (readonly [sign: string, counts: readonly number[]])[];
}

/** An explanation that a question may want. */
export interface LikelyConcept {
  concept: string;
  likelihood: number;
  /** What of the question its examples have, too. */
  signs: readonly string[];
}

/** What a sign counts for where no example has it. */
const SMOOTHING = 0.1;
/** A sign of a single example is a coincidence. */
const MIN_EXAMPLES = 2;
/** A word counts as itself, as its term, and in pairs: what they tell together is told twice. */
const OVERLAP = 2;

/** Counts the signs of examples. The same examples give the same counts. */
export function countSigns(examples: readonly { concept: string; signs: readonly string[] }[]): SignCounts {
  const concepts = [...new Set(examples.map(({ concept }) => concept))];
  const counts = new Map<string, number[]>();
  for (const { concept, signs } of examples) {
    for (const sign of signs) {
      const own = counts.get(sign) ?? [];
      counts.set(sign, own);
      const place = concepts.indexOf(concept);
      own[place] = (own[place] ?? 0) + 1;
    }
  }
  const sum = (own: readonly number[]) => own.reduce((total, count) => total + count, 0);
  const kept = [...counts].filter(([, own]) => sum(own) >= MIN_EXAMPLES);
  const totals = concepts.map((_, place) => sum(kept.map(([, own]) => own[place] ?? 0)));
  return { concepts, totals, signs: kept.map(([sign, own]) => [sign, own.flatMap((count, place) => [place, count])]) };
}

/** Says which explanation a question wants, where no phrase does (naive Bayes, all explanations as likely beforehand). */
export class ConceptReader {
  readonly #concepts: readonly string[];
  readonly #counts: ReadonlyMap<string, readonly number[]>;
  readonly #totals: readonly number[];

  constructor({ concepts, totals, signs }: SignCounts) {
    this.#concepts = concepts;
    this.#counts = new Map(signs);
    this.#totals = totals.map((total) => total + SMOOTHING * signs.length);
  }

  /** All explanations, the likeliest first; none where no example has any of the signs. */
  likeliest(signs: Iterable<string>): LikelyConcept[] {
    const seen = [...new Set(signs)].filter((sign) => this.#counts.has(sign));
    if (seen.length === 0) return [];
    const found = this.#concepts.map((concept, place) => {
      const common: string[] = [];
      return { concept, signs: common, log: -seen.length * Math.log(this.#totals[place] ?? 1) };
    });
    for (const sign of seen) {
      for (const [place, count] of pairs(this.#counts.get(sign) ?? [])) {
        const one = found[place];
        if (!one) continue;
        one.signs.push(sign);
        one.log += Math.log(1 + count / SMOOTHING);
      }
    }
    const shares = likelihoods(found.map(({ log }) => log / OVERLAP));
    return found.map(({ concept, signs }, place) => ({ concept, likelihood: shares[place] ?? 0, signs })).sort((a, b) => b.likelihood - a.likelihood);
  }
}

function* pairs(counts: readonly number[]): Iterable<[place: number, count: number]> {
  for (let at = 0; at < counts.length; at += 2) yield [counts[at] ?? 0, counts[at + 1] ?? 0];
}
