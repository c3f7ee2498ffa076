import type { Library } from '../ask/catalog.js';
import type { Conduct } from '../config.js';
import type { Logger } from '../log.js';
import { Votes } from './feedback.js';
import { Memory } from './memory.js';
import { Once } from './once.js';
import { createPseudonym, type Pseudonym } from './pseudonym.js';
import { RateLimit } from './rate-limit.js';

/** What every listener has at hand. */
export interface Desk {
  /** Read anew for each question: a reload replaces what is in it. */
  library: Library;
  conduct: Conduct;
  log: Logger;
  /** The same log for the line about each answer: of ids and words of the code only, it has nothing to blank, and looking for that takes a while. */
  answers: Logger;
  /** Events that were answered. */
  once: Once;
  /** People who were welcomed. */
  welcomed: Once;
  memory: Memory;
  limit: RateLimit;
  votes: Votes;
  pseudonym: Pseudonym;
  /** One sentence for each way to ask. */
  ways: readonly string[];
}

interface DeskParts {
  library: Library;
  conduct: Conduct;
  log: Logger;
  ways: readonly string[];
  secret?: string | undefined;
}

const DAY = 24 * 60 * 60_000;

/** A desk with empty memories. They are small, and gone with the process. */
export function createDesk({ library, conduct, log, ways, secret }: DeskParts): Desk {
  return {
    library,
    conduct,
    log,
    answers: log.child({}, { redact: [] }),
    ways,
    once: new Once(),
    welcomed: new Once(365 * DAY),
    memory: new Memory(),
    limit: new RateLimit(conduct.perMinute),
    votes: new Votes(),
    pseudonym: createPseudonym(secret),
  };
}

/** Questions to begin with. */
export function examplesOf({ library }: Desk): readonly string[] {
  const help = library.bot.open({ open: 'help' });
  return help.kind === 'help' ? help.examples : [];
}
