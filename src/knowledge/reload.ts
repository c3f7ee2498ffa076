import { formatFinding, KnowledgeError } from './finding.js';
import type { Knowledge } from './load.js';

/** How it went: what was loaded, or why it was refused. */
export type Outcome = { outcome: 'loaded'; knowledge: Knowledge; ms: number } | { outcome: 'refused'; mistakes: readonly string[]; error: unknown };

interface Parts<T> {
  /** Reads the knowledge. Must throw for knowledge with mistakes. */
  load: () => Knowledge | Promise<Knowledge>;
  /** Makes of it what answers questions. */
  build: (knowledge: Knowledge) => T;
  onOutcome?: (outcome: Outcome) => void;
}

/** Something built from knowledge, which can be exchanged while it is in use: whole, or not at all. */
export class Reloadable<T> {
  /** When `current` was loaded. */
  loaded = new Date();
  /** Set while the newest knowledge is not the one that answers. */
  refused: { at: Date; mistakes: readonly string[] } | undefined;
  #current: T;
  #running: Promise<void> | undefined;
  #again = false;
  readonly #parts: Parts<T>;

  constructor(first: Knowledge, parts: Parts<T>) {
    this.#parts = parts;
    this.#current = parts.build(first);
  }

  get current(): T {
    return this.#current;
  }

  /** Loads the knowledge anew. A request that comes meanwhile leads to one more run after it, because files may have changed since. Never throws. */
  reload(): Promise<void> {
    if (this.#running) this.#again = true;
    else {
      this.#running = this.#run().finally(() => {
        this.#running = undefined;
      });
    }
    return this.#running ?? Promise.resolve();
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      this.#parts.onOutcome?.(await this.#exchange());
    } while (this.#again);
  }

  async #exchange(): Promise<Outcome> {
    const started = performance.now();
    try {
      const knowledge = await this.#parts.load();
      this.#current = this.#parts.build(knowledge);
      this.loaded = new Date();
      this.refused = undefined;
      return { outcome: 'loaded', knowledge, ms: Math.round(performance.now() - started) };
    } catch (error) {
      const mistakes = error instanceof KnowledgeError ? error.findings.map(formatFinding) : [String(error)];
      this.refused = { at: new Date(), mistakes };
      return { outcome: 'refused', mistakes, error };
    }
  }
}
