/**
 * The last step of the build. Checks the knowledge and writes it as one file, its phrases read; then learns from knowledge/examples
 * what people's wording tells. Exits 1 with every mistake if there is one.
 */
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { countSigns } from './ask/concept-reader.js';
import { SIDES } from './ask/leaning.js';
import { learn } from './ask/learn.js';
import { Lexicon } from './ask/lexicon.js';
import { fileNames } from './ask/names.js';
import { filePhrases } from './ask/phrases.js';
import { Understanding } from './ask/understand.js';
import type { Learned } from './ask/wording.js';
import { writeCompiled } from './knowledge/compiled.js';
import { KnowledgeError } from './knowledge/finding.js';
import type { Knowledge } from './knowledge/load.js';
import { parseKnowledge } from './knowledge/parse.js';
import { COMMAND, KNOWLEDGE, LEARNED_WORDING, replaceFile } from './shipped-files.js';

interface Line {
  text: string;
  place: string;
}

/** The lines of a file of examples. */
function linesOf(file: string): Line[] {
  return readFileSync(join(KNOWLEDGE, 'examples', file), 'utf8')
    .split('\n')
    .map((line, index) => ({ text: line.trim(), place: `knowledge/examples/${file}:${index + 1}` }))
    .filter(({ text }) => text !== '');
}

/** The same question on two lines is a mistake: it would count twice, or for two sides. */
function repeated(lines: readonly Line[]): string[] {
  const places = new Map<string, string>();
  return lines.flatMap(({ text, place }) => {
    const before = places.get(text.toLowerCase());
    places.set(text.toLowerCase(), place);
    return before === undefined ? [] : [`${place}: "${text}" stands at ${before} too: delete one of the two`];
  });
}

/** Learns what the wording of a question tells, from the examples of every side and of every explanation. */
function learnWording(knowledge: Knowledge): Learned {
  const understanding = new Understanding(knowledge);
  const sides = SIDES.map((side) => ({ side, lines: linesOf(`${side}.txt`) }));
  const concepts = readdirSync(join(KNOWLEDGE, 'examples/explanation')).map((file) => ({
    concept: basename(file, '.txt'),
    lines: linesOf(`explanation/${file}`),
  }));
  const mistakes = [
    ...concepts.flatMap(({ concept }) =>
      knowledge.concepts.has(concept)
        ? []
        : [`knowledge/examples/explanation/${concept}.txt: no explanation has this id: name the file after one in knowledge/concepts`],
    ),
    ...repeated([...sides, ...concepts].flatMap(({ lines }) => lines)),
  ];
  if (mistakes.length > 0) throw new ExamplesError(mistakes.join('\n'));
  const explanations = concepts.map(({ lines }) => ({ side: 'explanation' as const, lines }));
  const phrases = [...knowledge.concepts].map(([concept, { title, asks }]) => ({ concept, lines: [title, ...asks].map((text) => ({ text })) }));
  return {
    sides: learn([...sides, ...explanations].flatMap(({ side, lines }) => lines.map(({ text }) => ({ side, features: understanding.features(text) })))),
    concepts: countSigns([...concepts, ...phrases].flatMap(({ concept, lines }) => lines.map(({ text }) => ({ concept, signs: understanding.signs(text) })))),
  };
}

class ExamplesError extends Error {}

// npm makes it executable when it links it, which it does not do again for a clone in the same folder.
chmodSync(COMMAND, 0o755);
try {
  const parsed = parseKnowledge(KNOWLEDGE);
  const lexicon = new Lexicon(parsed.words);
  const phrases = filePhrases(parsed, lexicon);
  const knowledge = { ...parsed, filed: { words: lexicon.filed, phrases, names: fileNames(parsed.services) } };
  writeCompiled(KNOWLEDGE, knowledge);
  replaceFile(LEARNED_WORDING, JSON.stringify(learnWording(knowledge)));
} catch (error) {
  if (!(error instanceof KnowledgeError || error instanceof ExamplesError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
