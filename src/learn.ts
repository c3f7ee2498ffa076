/** A step of the build: learns from knowledge/examples how people word what is AWS's, theirs, shared, or no question of ownership. Exits 1 with every mistake if there is one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { SIDES } from './ask/leaning.js';
import { type Example, learn } from './ask/learn.js';
import { Understanding } from './ask/understand.js';
import { loadKnowledge } from './knowledge/load.js';

const knowledgeDir = new URL('../knowledge/', import.meta.url);
const understanding = new Understanding(loadKnowledge(knowledgeDir.pathname));
const places = new Map<string, string>();
const mistakes: string[] = [];
const examples = SIDES.flatMap((side) => {
  const file = `examples/${side}.txt`;
  return readFileSync(new URL(file, knowledgeDir), 'utf8')
    .split('\n')
    .flatMap((text, index): Example[] => {
      if (text.trim() === '') return [];
      const place = `knowledge/${file}:${index + 1}`;
      const before = places.get(text.trim().toLowerCase());
      if (before !== undefined) mistakes.push(`${place}: stands at ${before} too: delete one of the two`);
      places.set(text.trim().toLowerCase(), place);
      return [{ side, features: understanding.features(text) }];
    });
});
if (mistakes.length > 0) {
  console.error(mistakes.join('\n'));
  process.exitCode = 1;
} else writeFileSync(new URL('./wording.json', import.meta.url), JSON.stringify(learn(examples)));
