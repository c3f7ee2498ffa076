/** Where the files lie that come with the bot. This module and what is built of it, in dist/, lie equally deep: the paths hold from both. */
import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shipped = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The folder of YAML files. */
export const KNOWLEDGE = shipped('knowledge');
/** The same, compiled by the build. */
export const COMPILED_KNOWLEDGE = shipped('dist/knowledge.json');
/** What the build learned from the examples. */
export const LEARNED_WORDING = shipped('dist/wording.json');
/** The `srm` command. */
export const COMMAND = shipped('dist/cli.js');

/** Writes a file in one step: who reads it meanwhile gets the old text or the new one, whole. */
export function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
