import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Memory } from '../../src/slack/memory.js';
import { RateLimit } from '../../src/slack/rate-limit.js';
import { packRequest, type Request, unpackRequest } from '../../src/slack/request.js';
import { packTrail, unpackTrail } from '../../src/slack/trail.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the memory of conversations', () => {
  test('keeps the last subject for an hour', () => {
    const memory = new Memory();
    memory.remember('thread', { service: 's3' });
    memory.remember('thread', { service: 'rds' });
    vi.advanceTimersByTime(59 * 60_000);
    expect(memory.recall('thread')).toEqual({ service: 'rds' });
    vi.advanceTimersByTime(60_000);
    expect(memory.recall('thread')).toBeUndefined();
  });

  test('is bounded: the oldest goes first', () => {
    const memory = new Memory(60_000, 3);
    for (const id of ['a', 'b', 'a', 'c', 'd']) memory.remember(id, { service: id });
    expect(memory.size).toBe(3);
    expect([memory.recall('b'), memory.recall('a')]).toEqual([undefined, { service: 'a' }]);
  });
});

describe('the limit of questions', () => {
  test('lets a burst through, and then as many as the minute has', () => {
    const limit = new RateLimit(6);
    const take = (count: number) => Array.from({ length: count }, () => limit.take('U1'));
    expect(take(8)).toEqual([...Array(6).fill('ok'), 'first', 'again']);
    vi.advanceTimersByTime(10_000);
    expect(take(2)).toEqual(['ok', 'again']);
    vi.advanceTimersByTime(60_000);
    expect(take(7)).toEqual([...Array(6).fill('ok'), 'first']);
  });

  test('counts each person apart', () => {
    const limit = new RateLimit(1);
    expect([limit.take('U1'), limit.take('U2'), limit.take('U1')]).toEqual(['ok', 'ok', 'first']);
  });

  test('remembers a bounded number of people', () => {
    const limit = new RateLimit(1, 2);
    for (const user of ['U1', 'U2', 'U3']) limit.take(user);
    expect([limit.take('U1'), limit.take('U3')]).toEqual(['ok', 'first']);
  });
});

describe('a request in a button', () => {
  test.each<Request>([{ ask: 'who patches | rds?\n' }, { ask: '' }, { open: { open: 'service', id: 'rds', variant: 'custom' } }])(
    '%o comes back',
    (request) => {
      expect(unpackRequest(packRequest(request))).toEqual(request);
    },
  );

  test('is not made for a question that does not fit', () => {
    expect(packRequest({ ask: 'x'.repeat(1996) })).toHaveLength(2000);
    expect(packRequest({ ask: 'x'.repeat(1997) })).toBeUndefined();
  });

  test.each([undefined, 7, '', 'nonsense', `ask:${'x'.repeat(2000)}`])('%s is none', (text) => {
    expect(unpackRequest(text)).toBeUndefined();
  });
});

describe('the way to an answer', () => {
  const way: Request[] = [{ ask: 'a | b % c %7C' }, { open: { open: 'service', id: 'rds' } }];

  test('comes back', () => {
    expect(unpackTrail(packTrail(2, way))).toEqual(way);
    expect(unpackTrail(packTrail(0, []))).toEqual([]);
  });

  test('fits into the id of a block: the last steps stay', () => {
    const long = Array.from({ length: 50 }, (_, index): Request => ({ ask: `question ${index}` }));
    const packed = packTrail(0, long);
    expect(packed.length).toBeLessThanOrEqual(255);
    expect(unpackTrail(packed).at(-1)).toEqual({ ask: 'question 49' });
  });

  test.each(['', 'b1', 'at0:nonsense', 'at0:service:rds|nonsense'])('%s is none', (id) => {
    expect(unpackTrail(id)).toEqual([]);
  });
});
