/**
 * `npm run knowledge:schema`: writes the JSON Schemas with which an editor completes and checks the YAML as you type.
 * With `--check`, writes nothing and exits 1 if a file is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KNOWLEDGE } from '../shipped-files.js';
import { Concept, Control, Model, Service, Words } from './schema.js';

const FOLDER = join(KNOWLEDGE, 'schema');
const SCHEMAS = { model: Model, control: Control, service: Service, concept: Concept, words: Words };

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = `${FOLDER}/${name}.json`;
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readOr(file) !== text) {
    console.error(`knowledge/schema/${name}.json is stale: run npm run knowledge:schema and commit it`);
    process.exitCode = 1;
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
