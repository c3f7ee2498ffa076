import { z } from 'zod';
import type { Answer } from '../ask/answer.js';
import { understood } from './understood.js';

/** What a click on a thumb says: whether it helped, and what was answered. Nothing of the question. `message` is a pseudonym. */
const Vote = z.object({
  vote: z.enum(['up', 'down']),
  kind: z.string().max(20),
  ids: z.array(z.string().max(150)).max(10),
  message: z.string().max(50).optional(),
});
/** A vote, read and checked. */
export type Vote = z.infer<typeof Vote>;

/** The text form of a vote, for the value of a thumb. */
export function packVote(vote: Vote['vote'], answer: Answer): string {
  return JSON.stringify({ vote, kind: answer.kind, ids: understood(answer).slice(0, 10) } satisfies Vote);
}

/** Reads what `packVote` wrote; undefined for anything else. */
export function unpackVote(text: unknown): Vote | undefined {
  try {
    return Vote.safeParse(JSON.parse(String(text))).data;
  } catch {
    return undefined;
  }
}

/** Remembers each person's last vote on each message, for a bounded number: Slack tells of every change, and only the last one counts. */
export class Votes {
  readonly #last = new Map<string, Vote['vote']>();
  readonly #atMost: number;

  constructor(atMost = 10_000) {
    this.#atMost = atMost;
  }

  /** Gives the vote that this one replaces; `same` if it was cast already. */
  cast(key: string, vote: Vote['vote']): 'new' | 'same' | Vote['vote'] {
    const before = this.#last.get(key);
    if (before === vote) return 'same';
    this.#last.delete(key);
    this.#last.set(key, vote);
    const [oldest] = this.#last.keys();
    if (this.#last.size > this.#atMost && oldest !== undefined) this.#last.delete(oldest);
    return before ?? 'new';
  }
}
