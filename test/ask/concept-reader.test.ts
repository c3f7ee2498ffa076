import { describe, expect, test } from 'vitest';
import { ConceptReader, countSigns } from '../../src/ask/concept-reader.js';

const examples = (concept: string, ...texts: string[]) => [...texts, ...texts].map((text) => ({ concept, signs: text.split(' ') }));

const reader = new ConceptReader(
  countSigns([
    ...examples('inherited', 'free controls', 'controls from the vendor', 'nothing to implement'),
    ...examples('regions', 'map of the world', 'where is the cloud', 'places of the vendor'),
    ...examples('analogies', 'a house', 'like a hotel', 'picture for children'),
  ]),
);
const best = (text: string) => reader.likeliest(text.split(' '))[0]?.concept;

describe('which explanation a question wants', () => {
  test.each([
    ['controls that are free', 'inherited'],
    ['where in the world', 'regions'],
    ['hotel or house', 'analogies'],
  ])('%s: %s', (text, concept) => {
    expect(best(text)).toBe(concept);
  });

  test('a term that several have decides less than one that only one has', () => {
    expect(best('vendor hotel')).toBe('analogies');
  });

  test('all explanations are listed, and their likelihoods add up to one', () => {
    const likely = reader.likeliest(['vendor', 'map']);
    expect(likely.map(({ concept }) => concept).sort()).toEqual(['analogies', 'inherited', 'regions']);
    expect(likely.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeCloseTo(1);
  });

  test('nothing is likely where no example has a word of it', () => {
    expect(reader.likeliest(['quarterly', 'constructor'])).toEqual([]);
  });
});
