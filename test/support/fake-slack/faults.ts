/** What can go wrong with a request: an HTTP status, an error in the body, no answer at all, a closed connection, a body that is no JSON. */
export type Fault = { status: number; retryAfter?: number } | { error: string } | 'hang' | 'reset' | 'malformed';

/** What goes wrong, and when. Methods are those of the Web API, and `response_url`. */
export class Faults {
  readonly #next = new Map<string, Fault[]>();
  readonly #always = new Map<string, Fault>();

  /** The next requests fail, one each. */
  next(method: string, ...faults: Fault[]): void {
    this.#next.set(method, [...(this.#next.get(method) ?? []), ...faults]);
  }

  /** Every request fails until `clear`. */
  always(method: string, fault: Fault): void {
    this.#always.set(method, fault);
  }

  clear(): void {
    this.#next.clear();
    this.#always.clear();
  }

  /** The fault of this request, if any; it counts as used. */
  take(method: string): Fault | undefined {
    return this.#next.get(method)?.shift() ?? this.#always.get(method);
  }
}
