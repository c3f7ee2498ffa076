import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from '../log.js';

type Fetch = webApi.FetchFunction;
type Response = Awaited<ReturnType<Fetch>>;

const TRIES = 4;
const TIMEOUT = 10_000;
/** A person has left by then. */
const LONGEST_WAIT = 30_000;

/** Ends each request after ten seconds, reading the answer included. */
export function promptFetch(fetch: Fetch): Fetch {
  return (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
}

/**
 * A fetch that tries again, a bounded number of times: when the network fails, when Slack asks to wait (429), when Slack fails (5xx).
 * It serves the Web API and response addresses alike. Slack's client would pause every channel on a 429, and its `respond` would not retry at all.
 * @throws the last network error; a last answer that failed is returned, as fetch does
 */
export function patientFetch(fetch: Fetch, log: Logger, pause: (ms: number) => Promise<unknown> = sleep): Fetch {
  const prompt = promptFetch(fetch);
  return async (url, init) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await prompt(url, init);
        const wait = tries < TRIES ? waitFor(response, tries) : undefined;
        if (wait === undefined) return response;
        log.warn({ status: response.status, tries, wait }, 'Slack did not take a request, trying again');
        await response.text();
        await pause(wait);
      } catch (err) {
        if (tries >= TRIES) throw err;
        log.warn({ err, tries }, 'Slack was not reached, trying again');
        await pause(backoff(tries));
      }
    }
  };
}

/** Half a second, doubling, never above 30 s; varied, so that many senders do not come back together. */
export function backoff(tries: number): number {
  return Math.min(500 * 2 ** (tries - 1), LONGEST_WAIT) * (0.8 + Math.random() * 0.4);
}

/** Milliseconds until a failed request may be repeated; undefined if the response is final. */
function waitFor(response: Response, tries: number): number | undefined {
  if (response.status >= 500) return backoff(tries);
  if (response.status !== 429) return undefined;
  const asked = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000;
  if (Number.isNaN(asked)) return backoff(tries);
  return asked <= LONGEST_WAIT ? asked : undefined;
}
