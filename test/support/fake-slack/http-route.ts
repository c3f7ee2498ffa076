import { createHmac } from 'node:crypto';
import type { Delivery, Json, Retry, Route } from './route.js';
import { SIGNING_SECRET } from './workspace.js';

/** What a test may do to a request to see it refused. */
interface Forgery {
  secret?: string;
  /** Seconds since 1970. */
  timestamp?: number;
}

/** Slack's requests to an app's address, signed. */
export class HttpRoute implements Route {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  event(envelope: Json, retry?: Retry): Promise<Delivery> {
    return this.post(JSON.stringify(envelope), 'application/json', {}, retry);
  }

  command(form: Record<string, string>): Promise<Delivery> {
    return this.post(String(new URLSearchParams(form)), 'application/x-www-form-urlencoded');
  }

  interaction(payload: Json): Promise<Delivery> {
    return this.post(String(new URLSearchParams({ payload: JSON.stringify(payload) })), 'application/x-www-form-urlencoded');
  }

  /** Sends a body, signed as Slack signs it unless a forgery is asked for. */
  async post(
    body: string,
    type: string,
    { secret = SIGNING_SECRET, timestamp = Math.floor(Date.now() / 1000) }: Forgery = {},
    retry?: Retry,
  ): Promise<Delivery> {
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const response = await fetch(this.#url, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
        ...(retry && { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
      },
    });
    const answer = await response.text();
    const payload: unknown = response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(answer) : answer && { text: answer };
    return { acknowledged: response.ok, status: response.status, ...(payload ? { payload } : {}) };
  }
}
