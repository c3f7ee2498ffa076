/** Remembers what was already answered, because Slack delivers some events twice: for a bounded time, and a bounded number. */
export class Once {
  readonly #seen = new Map<string, number>();
  readonly #keepFor: number;
  readonly #atMost: number;

  /** Slack's last retry comes about six minutes after the first try. */
  constructor(keepFor = 10 * 60_000, atMost = 20_000) {
    this.#keepFor = keepFor;
    this.#atMost = atMost;
  }

  /** True the first time that all of the keys are new; every key counts as seen afterwards. */
  claim(...keys: string[]): boolean {
    const now = performance.now();
    this.#forget(now);
    const isNew = keys.every((key) => !this.#seen.has(key));
    for (const key of keys) if (!this.#seen.has(key)) this.#seen.set(key, now);
    return isNew;
  }

  /** A map lists its keys in the order of insertion: the oldest are first. */
  #forget(now: number): void {
    for (const [key, at] of this.#seen) {
      if (now - at < this.#keepFor && this.#seen.size < this.#atMost) return;
      this.#seen.delete(key);
    }
  }
}
