import { describe, expect, test } from 'vitest';
import { LinearReader, SIDES } from '../../src/ask/leaning.js';
import { type Example, learn } from '../../src/ask/learn.js';
import { Understanding } from '../../src/ask/understand.js';
import { shippedWording } from '../../src/ask/wording.js';
import { realKnowledge } from '../support/real-library.js';

const words = (text: string) => text.split(' ').flatMap((word) => [`word ${word}`, `term ${word}`]);
const examples = (side: Example['side'], ...texts: string[]): Example[] => texts.flatMap((text) => [{ side, features: words(text) }]);

const TAUGHT = [
  ...examples('aws', 'patch hosts', 'replace hosts', 'check hosts', 'patch racks', 'replace racks', 'check racks'),
  ...examples('customer', 'patch guests', 'replace guests', 'check guests', 'patch code', 'replace code', 'check code'),
  ...examples('nobody', 'lunch tomorrow', 'lunch today', 'lunch monday', 'pizza tomorrow', 'pizza today', 'pizza monday'),
];

describe('what is learned from examples', () => {
  const reader = new LinearReader(learn(TAUGHT));

  test('words that only one side has decide, words that both have do not', () => {
    expect(reader.leaning(words('patch hosts')).aws).toBeGreaterThan(0.7);
    expect(reader.leaning(words('replace code')).customer).toBeGreaterThan(0.7);
    const { aws, customer } = reader.leaning(words('patch'));
    expect(Math.abs(aws - customer)).toBeLessThan(0.2);
  });

  test('likelihoods of all sides add up to one, whatever is asked', () => {
    for (const text of ['patch hosts', 'lunch', 'words that nobody taught', '']) {
      const leaning = reader.leaning(words(text));
      expect(Object.keys(leaning)).toEqual([...SIDES]);
      expect(Object.values(leaning).reduce((a, b) => a + b)).toBeCloseTo(1);
    }
  });

  test('the same examples give the same weights', () => {
    expect(learn(TAUGHT)).toEqual(learn(TAUGHT));
  });

  test('what stands in one example only is a coincidence', () => {
    const leaning = (text: string) => new LinearReader(learn([...TAUGHT, ...examples('aws', 'patch sprinklers')])).leaning(words(text));
    expect(leaning('patch sprinklers')).toEqual(leaning('patch umbrellas'));
    expect(leaning('patch hosts')).not.toEqual(leaning('patch umbrellas'));
  });
});

describe('the reader that the build taught', () => {
  const understanding = new Understanding(realKnowledge);
  const top = (text: string) => {
    const leaning = understanding.read(text, shippedWording()).leaning;
    return SIDES.reduce((a, b) => (leaning[b] > leaning[a] ? b : a));
  };

  test.each([
    ['who keeps the generators of the data centre fuelled', 'aws'],
    ['who writes the bucket policies for our team', 'customer'],
    ['configuration management as a whole', 'shared'],
    ['explain the idea of inherited controls to a manager', 'explanation'],
    ['who brings cake to the retro', 'nobody'],
  ] as const)('%s: %s', (text, side) => {
    expect(top(text)).toBe(side);
  });

  test('a greeting changes nothing', () => {
    const plain = understanding.read('who rotates our access keys', shippedWording()).leaning;
    expect(understanding.read('Hi team, who rotates our access keys please? thx', shippedWording()).leaning).toEqual(plain);
  });
});
