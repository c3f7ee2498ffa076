import { besides, likelihoods, packed, SIDES, type Weights } from './leaning.js';

/** A question that people ask, as its features, and whose side it is about. */
export interface Example {
  features: readonly string[];
  side: (typeof SIDES)[number];
}

const ROUNDS = 10;
const RATE = 0.05;
const DECAY = 0.02;
/** A feature of a single example is a coincidence, and stands for all that will never have been seen. */
const MIN_EXAMPLES = 2;
/** Weights below this change nothing. */
const NEGLIGIBLE = 0.03;

/** Learns from examples what each feature says of the side (multinomial logistic regression, AdaGrad). The same examples give the same weights. */
export function learn(examples: readonly Example[]): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const isSeen = (feature: string) => (counts.get(feature) ?? 0) >= MIN_EXAMPLES;
  const index = new Map<string, number>();
  const rows = examples.map(({ features, side }) => ({
    side: SIDES.indexOf(side),
    at: [...features.filter(isSeen), ...besides(features, (place) => isSeen(features[place] ?? ''))].map((feature) => {
      const place = index.get(feature) ?? index.size;
      index.set(feature, place);
      return place * SIDES.length;
    }),
  }));
  const weights = new Float64Array(index.size * SIDES.length);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const shuffle = shuffler();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { side, at } of shuffle(rows)) {
      const sums = SIDES.map((_, one) => at.reduce((sum, start) => sum + (weights[start + one] ?? 0), 0));
      likelihoods(sums).forEach((likelihood, one) => {
        for (const start of at) {
          const place = start + one;
          const weight = weights[place] ?? 0;
          const slope = likelihood - (one === side ? 1 : 0) + DECAY * weight;
          const square = (squares[place] ?? 0) + slope * slope;
          squares[place] = square;
          weights[place] = weight - (RATE * slope) / Math.sqrt(square);
        }
      });
    }
  }
  const kept = [...index].filter(([, place]) => rowOf(weights, place).some((weight) => Math.abs(weight) >= NEGLIGIBLE));
  return packed(kept.map(([feature, place]) => [feature, rowOf(weights, place)] as const));
}

const rowOf = (weights: Float64Array, place: number): number[] => [...weights.subarray(place * SIDES.length, (place + 1) * SIDES.length)];

/** Shuffles in an order that looks random and is always the same. */
function shuffler(): <T>(items: readonly T[]) => T[] {
  let state = 7;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return (items) =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
}
