import { setTimeout as sleep } from 'node:timers/promises';

/** Counts the work that has been accepted and is not finished, so that the process can end without losing any. */
export class InFlight {
  #count = 0;
  #changed = 0;

  get count(): number {
    return this.#count;
  }

  /** Runs `work` and counts it until it settles. */
  async track<T>(work: () => Promise<T>): Promise<T> {
    this.#change(1);
    try {
      return await work();
    } finally {
      this.#change(-1);
    }
  }

  /**
   * Waits until nothing has been in work for a moment, or until `within` milliseconds are over.
   * The moment lets in what Slack had already sent when the wait began.
   */
  async settle(within: number): Promise<boolean> {
    const end = performance.now() + within;
    this.#changed = performance.now();
    while (this.#count > 0 || performance.now() - this.#changed < 100) {
      if (performance.now() > end) return false;
      await sleep(10);
    }
    return true;
  }

  #change(by: number): void {
    this.#count += by;
    this.#changed = performance.now();
  }
}
