import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SIDES } from '../../src/ask/leaning.js';

const lines = SIDES.flatMap((side) =>
  readFileSync(`knowledge/examples/${side}.txt`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((text) => ({ side, text })),
);

test.each(SIDES)('%s has examples enough to learn from', (side) => {
  expect(lines.filter((line) => line.side === side).length).toBeGreaterThan(500);
});

test('no question stands twice, for one side or for two', () => {
  const texts = lines.map(({ text }) => text.trim().toLowerCase());
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

test('what the bot is measured with was not taught', () => {
  const taught = new Set(lines.map(({ text }) => text.trim().toLowerCase()));
  const measured = ['statements', 'negatives', 'concepts'].flatMap((set) =>
    readFileSync(`test/questions/${set}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => String(JSON.parse(line).text).trim().toLowerCase()),
  );
  expect(measured.filter((text) => taught.has(text))).toEqual([]);
});
