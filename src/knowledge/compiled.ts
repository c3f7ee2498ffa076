/**
 * The knowledge as one JSON file, written by the build: reading it takes a tenth of the time that parsing the YAML takes.
 * It is used only while every YAML file still has the size and time of change that it had when the JSON was written.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { COMPILED_KNOWLEDGE, replaceFile } from '../shipped-files.js';
import type { Filed } from './filed.js';
import type { Knowledge } from './load.js';
import type { Concept, Control, Model, ModelId, Service, Words } from './schema.js';

/** What the build wrote was valid when it was written: only the frame is checked again. */
const Frame = z.object({
  fingerprint: z.string(),
  knowledge: z.object({
    models: z.custom<Record<ModelId, Model>>(isObject),
    controls: z.custom<[string, Control][]>(Array.isArray),
    services: z.custom<[string, Service][]>(Array.isArray),
    concepts: z.custom<[string, Concept][]>(Array.isArray),
    words: z.custom<Words>(isObject),
    filed: z.custom<Filed>(isObject).optional(),
  }),
});

/** Writes the compiled form of the knowledge of a folder. */
export function writeCompiled(dir: string, { models, controls, services, concepts, words, filed }: Knowledge, file = COMPILED_KNOWLEDGE): void {
  const frame: z.infer<typeof Frame> = {
    fingerprint: fingerprint(dir),
    knowledge: { models, controls: [...controls], services: [...services], concepts: [...concepts], words, ...(filed && { filed }) },
  };
  replaceFile(file, inAscii(JSON.stringify(frame)));
}

/** The compiled knowledge of a folder; undefined if there is none, or a YAML file changed since. */
export function readCompiled(dir: string, file = COMPILED_KNOWLEDGE): Knowledge | undefined {
  let text: string;
  let now: string;
  try {
    text = readFileSync(file, 'latin1');
    now = fingerprint(dir);
  } catch {
    // Nothing was compiled, or there is no such folder: parsing the YAML says what is wrong.
    return undefined;
  }
  const frame = Frame.safeParse(JSON.parse(text));
  if (!frame.success || frame.data.fingerprint !== now) return undefined;
  const { models, controls, services, concepts, words, filed } = frame.data.knowledge;
  return { models, controls: new Map(controls), services: new Map(services), concepts: new Map(concepts), words, ...(filed && { filed }) };
}

/** One character beyond would make V8 hold and parse the whole text in twice the bytes. */
function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Names, sizes and times of change of all YAML files. */
function fingerprint(dir: string): string {
  const hash = createHash('sha256');
  for (const folder of ['', 'models', 'controls', 'services', 'concepts']) {
    for (const name of readdirSync(join(dir, folder)).sort()) {
      if (!name.endsWith('.yml')) continue;
      const { size, mtimeMs } = statSync(join(dir, folder, name));
      hash.update(`${folder}/${name}:${size}:${mtimeMs};`);
    }
  }
  return hash.digest('hex');
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
