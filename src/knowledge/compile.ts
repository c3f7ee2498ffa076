/** The last step of the build: checks the knowledge and writes it as one file. Exits 1 with every mistake if there is one. */
import { fileURLToPath } from 'node:url';
import { writeCompiled } from './compiled.js';
import { KnowledgeError } from './finding.js';
import { parseKnowledge } from './load.js';

const dir = fileURLToPath(new URL('../../knowledge', import.meta.url));
try {
  writeCompiled(dir, parseKnowledge(dir));
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
