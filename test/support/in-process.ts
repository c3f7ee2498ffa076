import type { App, Receiver, webApi } from '@slack/bolt';
import { type Library, openLibrary } from '../../src/ask/catalog.js';
import type { Bot } from '../../src/ask/index.js';
import type { Conduct } from '../../src/config.js';
import { parseKnowledge } from '../../src/knowledge/parse.js';
import { createLog } from '../../src/log.js';
import { clientOptions, createApp } from '../../src/slack/app.js';
import { patientFetch } from '../../src/slack/fetch.js';
import { InFlight } from '../../src/slack/in-flight.js';
import { BOT_TOKEN, type Delivery, FakeSlack, type Json, type Route } from './fake-slack/index.js';
import { KNOWLEDGE_DIR } from './knowledge-dir.js';

/** Takes events by a function call. A listener that throws makes the delivery reject, so that a test fails by itself. */
class InProcessReceiver implements Receiver, Route {
  #app: App | undefined;

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  event(envelope: Json, retry?: { num: number; reason: string }): Promise<Delivery> {
    return this.#process(envelope, retry && { retryNum: retry.num, retryReason: retry.reason });
  }

  command(form: Record<string, string>): Promise<Delivery> {
    return this.#process(form);
  }

  interaction(payload: Json): Promise<Delivery> {
    return this.#process(payload);
  }

  async #process(body: Json, more: object = {}): Promise<Delivery> {
    const delivery: Delivery = { acknowledged: false };
    const ack = async (payload?: unknown) => {
      Object.assign(delivery, { acknowledged: true, ...(payload ? { payload } : {}) });
    };
    await this.#app?.processEvent({ body, ack, ...more });
    return delivery;
  }
}

/** The bot's requests go to the fake by a function call, too. */
function fetchFrom(slack: FakeSlack): webApi.FetchFunction {
  return async (url, init) => {
    const reply = slack.handle(String(url).replace(slack.baseUrl, ''), init?.headers?.Authorization, String(init?.body ?? ''));
    if (reply === 'reset') throw new TypeError('fetch failed');
    if (reply === 'hang') return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    return new Response(reply.body, { status: reply.status, headers: reply.headers });
  };
}

/** The knowledge of the tests, answered. */
export const testLibrary = (): Library => openLibrary(parseKnowledge(KNOWLEDGE_DIR));
export const testBot = (): Bot => testLibrary().bot;

export const CONDUCT: Conduct = { logUnknownText: false, perMinute: 10_000 };

interface Options {
  bot?: Bot;
  library?: Library;
  conduct?: Partial<Conduct>;
}

/** The real app with every listener, connected to a fake Slack without a socket. `lines` is its log; `slack` may be one that others used before. */
export async function startInProcess({ bot, library = testLibrary(), conduct }: Options = {}, slack = new FakeSlack()) {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const receiver = new InProcessReceiver();
  const inFlight = new InFlight();
  const fetch = patientFetch(fetchFrom(slack), log);
  const app = createApp(bot ? { bot, catalog: library.catalog } : library, {
    receiver,
    token: BOT_TOKEN,
    clientOptions: clientOptions(`${slack.baseUrl}api/`, fetch),
    inFlight,
    log,
    conduct: { ...CONDUCT, ...conduct },
    secret: 'a secret of the tests',
  });
  slack.connect(receiver);
  await app.init();
  return { slack, app, inFlight, lines };
}
