import { EventEmitter } from 'node:events';

interface Signals {
  answered: [{ kind: string; surface: string; ms: number; reason?: string | undefined }];
  /** A question was accepted, and no answer was sent. */
  failed: [error: unknown];
  feedback: [value: string];
}

/** What happens in the Slack edge, for whoever counts it. Nobody needs to listen. */
export const signals = new EventEmitter<Signals>();
