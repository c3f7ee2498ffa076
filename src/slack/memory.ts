import type { Context } from '../ask/index.js';

/** What each conversation is about: ids only, for a bounded time, and for a bounded number of conversations. No word of anybody is kept. */
export class Memory {
  readonly #subjects = new Map<string, { context: Context; at: number }>();
  readonly #keepFor: number;
  readonly #atMost: number;

  constructor(keepFor = 60 * 60_000, atMost = 5000) {
    this.#keepFor = keepFor;
    this.#atMost = atMost;
  }

  get size(): number {
    return this.#subjects.size;
  }

  recall(conversation: string): Context | undefined {
    this.#forget();
    return this.#subjects.get(conversation)?.context;
  }

  remember(conversation: string, context: Context): void {
    // Put at the end: a map lists its keys in the order of insertion.
    this.#subjects.delete(conversation);
    this.#subjects.set(conversation, { context, at: performance.now() });
    this.#forget();
  }

  #forget(): void {
    const now = performance.now();
    for (const [conversation, { at }] of this.#subjects) {
      if (now - at < this.#keepFor && this.#subjects.size <= this.#atMost) return;
      this.#subjects.delete(conversation);
    }
  }
}
