import { pino } from 'pino';
import { expect, test } from 'vitest';
import { patientFetch } from '../../src/slack/fetch.js';

type Step = number | { retryAfter: string } | 'reset';

/** Fetches from a server that answers step by step. Gives the outcome, how often it was asked, and the pauses between. */
async function run(...steps: Step[]) {
  const pauses: number[] = [];
  let asked = 0;
  const answer = async (): Promise<Response> => {
    const step = steps[asked] ?? 200;
    asked += 1;
    if (step === 'reset') throw new TypeError('fetch failed');
    return typeof step === 'number' ? new Response('', { status: step }) : new Response('', { status: 429, headers: { 'retry-after': step.retryAfter } });
  };
  const fetch = patientFetch(answer, pino({ level: 'silent' }), async (ms) => void pauses.push(ms));
  const outcome = await fetch('https://slack.example/api/chat.postMessage').then(
    ({ status }) => status,
    (error: Error) => error.name,
  );
  return { outcome, asked, pauses };
}

test('what succeeds is not repeated, nor what is refused', async () => {
  expect(await run(200)).toEqual({ outcome: 200, asked: 1, pauses: [] });
  expect(await run(404)).toEqual({ outcome: 404, asked: 1, pauses: [] });
});

test('a failure of Slack or of the network is repeated, three times at most', async () => {
  expect(await run(500, 'reset', 503)).toMatchObject({ outcome: 200, asked: 4 });
  expect(await run(500, 500, 500, 500, 200)).toMatchObject({ outcome: 500, asked: 4 });
  expect(await run('reset', 'reset', 'reset', 'reset', 200)).toMatchObject({ outcome: 'TypeError', asked: 4 });
});

test('pauses double, from about half a second', async () => {
  const { pauses } = await run(500, 'reset', 500);
  for (const [index, ms] of [500, 1000, 2000].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(ms * 0.8);
    expect(pauses[index]).toBeLessThanOrEqual(ms * 1.2);
  }
});

test('Slack is given the time it asks for, if a person would still wait', async () => {
  expect(await run({ retryAfter: '7' })).toEqual({ outcome: 200, asked: 2, pauses: [7000] });
  expect(await run({ retryAfter: '3600' })).toEqual({ outcome: 429, asked: 1, pauses: [] });
  expect(await run({ retryAfter: 'soon' })).toMatchObject({ outcome: 200, asked: 2 });
});

test('each request has a time limit of its own', async () => {
  const signals: unknown[] = [];
  const fetch = patientFetch(
    async (_url, init) => {
      signals.push(init?.signal);
      return new Response('', { status: signals.length < 2 ? 500 : 200 });
    },
    pino({ level: 'silent' }),
    async () => {},
  );
  await fetch('https://slack.example/', { method: 'POST' });
  expect(signals).toEqual([expect.any(AbortSignal), expect.any(AbortSignal)]);
  expect(signals[0]).not.toBe(signals[1]);
});
