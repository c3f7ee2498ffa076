interface Bucket {
  tokens: number;
  at: number;
  warned: boolean;
}

/** Lets each person ask so many questions in a minute: a bucket of tokens for each, that fills again evenly. People are forgotten when their bucket is full. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #perMinute: number;
  readonly #atMost: number;

  constructor(perMinute: number, atMost = 10_000) {
    this.#perMinute = perMinute;
    this.#atMost = atMost;
  }

  /** Whether the person may ask now. If not: `first` the first time in a row, so that a word about it is said once. */
  take(user: string): 'ok' | 'first' | 'again' {
    const now = performance.now();
    const bucket = this.#refilled(user, now);
    this.#buckets.delete(user);
    this.#buckets.set(user, bucket);
    this.#forget(now);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      // A flood that goes on gets a token now and then: that is no reason for another word.
      if (bucket.tokens >= this.#perMinute / 2) bucket.warned = false;
      return 'ok';
    }
    if (bucket.warned) return 'again';
    bucket.warned = true;
    return 'first';
  }

  #refilled(user: string, now: number): Bucket {
    const bucket = this.#buckets.get(user) ?? { tokens: this.#perMinute, at: now, warned: false };
    bucket.tokens = Math.min(this.#perMinute, bucket.tokens + ((now - bucket.at) / 60_000) * this.#perMinute);
    bucket.at = now;
    return bucket;
  }

  /** The buckets are in the order of their last use: after a minute each is full. */
  #forget(now: number): void {
    for (const [user, { at }] of this.#buckets) {
      if (now - at < 60_000 && this.#buckets.size <= this.#atMost) return;
      this.#buckets.delete(user);
    }
  }
}
