import { vi } from 'vitest';
import type { SlackMessage } from '../support/fake-slack/index.js';

/** Waits until something holds: a bot in a process of its own answers after it has acknowledged. */
export const eventually = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 8000, interval: 10 });

/** What must be there. */
export function given<T>(value: T | undefined, what = 'a message'): T {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}

/** The ids of what can be clicked in a message, row by row. */
export function controlsOf({ blocks }: Pick<SlackMessage, 'blocks'>): string[][] {
  const rows: { type?: string; elements?: { action_id?: string }[] }[] = JSON.parse(JSON.stringify(blocks));
  return rows
    .filter(({ type }) => type === 'actions' || type === 'context_actions')
    .map(({ elements = [] }) => elements.map(({ action_id = '' }) => action_id));
}

/** Everything that a message or view says, for a look at its words. */
export const wordsOf = (content: unknown): string => JSON.stringify(content);
