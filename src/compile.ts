/**
 * The last step of the build. Checks the knowledge and writes it as one file, its phrases read; then learns from knowledge/examples
 * what people's wording tells. Exits 1 with every mistake if there is one.
 */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SIDES } from './ask/leaning.js';
import { type Example, learn } from './ask/learn.js';
import { Lexicon } from './ask/lexicon.js';
import { readPhrases } from './ask/phrases.js';
import { Understanding } from './ask/understand.js';
import { writeCompiled } from './knowledge/compiled.js';
import { KnowledgeError } from './knowledge/finding.js';
import { type Knowledge, parseKnowledge } from './knowledge/load.js';

const dir = fileURLToPath(new URL('../knowledge', import.meta.url));

/** The examples of every side, one a line. The same question on two lines is a mistake: it would count twice, or for two sides. */
function examplesOf(understanding: Understanding): { examples: Example[]; mistakes: string[] } {
  const places = new Map<string, string>();
  const mistakes: string[] = [];
  const examples = SIDES.flatMap((side) =>
    readFileSync(`${dir}/examples/${side}.txt`, 'utf8')
      .split('\n')
      .flatMap((line, index): Example[] => {
        const text = line.trim();
        if (text === '') return [];
        const place = `knowledge/examples/${side}.txt:${index + 1}`;
        const before = places.get(text.toLowerCase());
        if (before !== undefined) mistakes.push(`${place}: "${text}" stands at ${before} too: delete one of the two`);
        places.set(text.toLowerCase(), place);
        return [{ side, features: understanding.features(text) }];
      }),
  );
  return { examples, mistakes };
}

function build(parsed: Knowledge): void {
  const knowledge = { ...parsed, phrases: readPhrases(parsed, new Lexicon(parsed.words)) };
  writeCompiled(dir, knowledge);
  const { examples, mistakes } = examplesOf(new Understanding(knowledge));
  if (mistakes.length > 0) fail(mistakes.join('\n'));
  else writeFileSync(new URL('./wording.json', import.meta.url), JSON.stringify(learn(examples)));
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

// npm makes it executable when it links it, which it does not do again for a clone in the same folder.
chmodSync(new URL('./cli.js', import.meta.url), 0o755);
try {
  build(parseKnowledge(dir));
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  fail(error.message);
}
