import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SIDES } from '../../src/ask/leaning.js';

const linesOf = (file: string, side: (typeof SIDES)[number]) =>
  readFileSync(`knowledge/examples/${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((text) => ({ side, text }));
const lines = [
  ...SIDES.flatMap((side) => linesOf(`${side}.txt`, side)),
  ...readdirSync('knowledge/examples/explanation').flatMap((file) => linesOf(`explanation/${file}`, 'explanation')),
];

test.each(SIDES)('%s has examples enough to learn from', (side) => {
  expect(lines.filter((line) => line.side === side).length).toBeGreaterThan(500);
});

test('no question stands twice, for one side or for two', () => {
  const seen = new Set<string>();
  const again = lines.map(({ text }) => text.trim().toLowerCase()).filter((text) => seen.size === seen.add(text).size);
  expect(again).toEqual([]);
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
