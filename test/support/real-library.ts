import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../src/ask/catalog.js';
import { loadKnowledge } from '../../src/knowledge/load.js';

/** The knowledge as it is published. */
export const realKnowledge = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
export const realLibrary = openLibrary(realKnowledge);
