import type { webApi } from '@slack/bolt';
import type { Metrics } from '../metrics.js';

/** A fetch that counts what Slack did not take, by method: HTTP statuses, timeouts, broken connections. Each attempt counts. */
export function measuredFetch(fetch: webApi.FetchFunction, metrics: Pick<Metrics, 'slackError'>): webApi.FetchFunction {
  return async (url, init) => {
    try {
      const response = await fetch(url, init);
      if (!response.ok) metrics.slackError(methodOf(url), `http_${response.status}`);
      return response;
    } catch (error) {
      metrics.slackError(methodOf(url), error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network');
      throw error;
    }
  };
}

/** `chat.postMessage`, or `response_url` for the private addresses, which differ each time. */
function methodOf(url: unknown): string {
  return /\/api\/([a-zA-Z.]+)$/.exec(String(url))?.[1] ?? 'response_url';
}
