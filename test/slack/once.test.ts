import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Once } from '../../src/slack/once.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a key is new once', () => {
  const once = new Once();
  expect([once.claim('a'), once.claim('a'), once.claim('b')]).toEqual([true, false, true]);
});

test('one known key is enough, and the others count as seen from then on', () => {
  const once = new Once();
  once.claim('event-1', 'message');
  expect(once.claim('event-2', 'message')).toBe(false);
  expect(once.claim('event-2')).toBe(false);
});

test('keys are forgotten after ten minutes', () => {
  const once = new Once();
  once.claim('a');
  vi.advanceTimersByTime(9 * 60_000);
  expect(once.claim('a')).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(once.claim('a')).toBe(true);
});

test('the oldest are forgotten when there are too many', () => {
  const once = new Once(60_000, 3);
  for (const key of ['a', 'b', 'c', 'd']) once.claim(key);
  expect(once.claim('d')).toBe(false);
  expect(once.claim('a')).toBe(true);
});
