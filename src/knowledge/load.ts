import { readCompiled } from './compiled.js';
import type { Filed } from './filed.js';
import type { Concept, Control, Model, ModelId, Service, Words } from './schema.js';

/** The whole knowledge, validated. The keys of each map are ids: the names of the files. */
export interface Knowledge {
  models: Record<ModelId, Model>;
  controls: Map<string, Control>;
  services: Map<string, Service>;
  concepts: Map<string, Concept>;
  words: Words;
  /** What the build filed for understanding questions; left out where the knowledge comes from the YAML. */
  filed?: Filed;
}

/**
 * The knowledge of a folder: in its compiled form where the build wrote one that is still current, else from the YAML,
 * whose parser is not even loaded before it is needed.
 * @throws {KnowledgeError} with all mistakes at once, each with file, line and column
 */
export async function loadKnowledge(dir: string): Promise<Knowledge> {
  return readCompiled(dir) ?? (await import('./parse.js')).parseKnowledge(dir);
}
