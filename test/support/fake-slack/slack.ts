import { randomUUID } from 'node:crypto';
import { Conversations, type SlackMessage } from './conversations.js';
import { type Fault, Faults } from './faults.js';
import { appMention, blockActions, directMessage, eventCallback, messageChanged, slashCommand, writtenByBot } from './payloads.js';
import { ResponseUrls } from './response-urls.js';
import type { Delivery, Json, Retry, Route } from './route.js';
import { Views } from './views.js';
import { type Call, callMethod, readCall } from './web-api.js';
import { ALICE, BOT, CHANNEL, DIRECT } from './workspace.js';

/** What Slack sends back to a request; or a fault of the network. */
export type Reply = { status: number; headers: Record<string, string>; body: string } | 'hang' | 'reset';

interface Place {
  user?: string;
  channel?: string;
  /** The `ts` of the message that the thread hangs on. */
  thread?: string;
}

/**
 * Slack, as an app sees it: a workspace with conversations, the Web API, response addresses, and people who type and click.
 * It opens no socket: `SlackServer` does, and tests in process connect it to the app by functions.
 */
export class FakeSlack {
  readonly conversations = new Conversations();
  readonly faults = new Faults();
  readonly responseUrls = new ResponseUrls(this.conversations);
  readonly views = new Views();
  /** Every request to the Web API, the failed ones included. */
  readonly calls: Call[] = [];
  /** How many times a response address was used. */
  responses = 0;
  baseUrl = 'http://slack.test/';
  openConnection: () => string | undefined = () => undefined;
  #route: Route | undefined;

  /** Sets the way to the app. */
  connect(route: Route): void {
    this.#route = route;
  }

  get route(): Route {
    if (!this.#route) throw new Error('connect the app first');
    return this.#route;
  }

  /** Someone types a slash command. Gives what was shown in the acknowledgement, if anything was. */
  async command(text: string, { user = ALICE, channel = CHANNEL, command = '/srm' }: Place & { command?: string } = {}): Promise<SlackMessage | undefined> {
    const origin = { user, channel };
    const delivery = await this.route.command(slashCommand({ command, text, ...origin, ...this.#handles(origin) }));
    return delivery.payload ? this.responseUrls.show(origin, delivery.payload, 'ack') : undefined;
  }

  /** Someone writes a message that mentions the bot. `more` adds fields to the event. */
  async mention(text: string, place: Place = {}, more: Json = {}): Promise<SlackMessage> {
    const message = this.write(`<@${BOT.user}> ${escaped(text)}`, place);
    await this.#accepted(appMention(message, more));
    return message;
  }

  /** Someone writes to the bot directly. */
  async direct(text: string, place: Place = {}, more: Json = {}): Promise<SlackMessage> {
    const message = this.write(escaped(text), { channel: DIRECT, ...place });
    await this.#accepted(directMessage(message, more));
    return message;
  }

  /** Someone writes a message, and the app is not told. */
  write(text: string, { user = ALICE, channel = CHANNEL, thread }: Place = {}): SlackMessage {
    return this.conversations.post({ channel, user, text, blocks: [], via: 'person', ...(thread && { thread_ts: thread }) });
  }

  /** Someone edits a message in a direct conversation. */
  async edit(message: SlackMessage, text: string): Promise<Delivery> {
    const before = message.text;
    message.text = escaped(text);
    return this.event(messageChanged(message, before));
  }

  /** Someone clicks a button under a message. */
  async click(message: SlackMessage, action: { action_id: string; value: string }, user = ALICE): Promise<Delivery> {
    const handles = this.#handles({ user, channel: message.channel, message });
    return this.route.interaction(blockActions({ user, message, action, ...handles }));
  }

  /** Delivers an event in a new envelope. */
  event(event: Json): Promise<Delivery> {
    return this.deliver(eventCallback(event));
  }

  /** Delivers an envelope, also a second time. */
  deliver(envelope: Json, retry?: Retry): Promise<Delivery> {
    return this.route.event(envelope, retry);
  }

  /** Answers a request of the app. */
  handle(path: string, authorization: string | undefined, body: string): Reply {
    const isResponse = path.startsWith('commands/');
    const call = isResponse ? undefined : readCall(path, authorization, body);
    if (call) this.calls.push(call);
    else this.responses += 1;
    const fault = this.faults.take(call?.method ?? 'response_url');
    if (fault) return failed(fault);
    if (!call) return { headers: {}, ...this.responseUrls.use(path, body) };
    return json(callMethod(call, { ...this.#state(), baseUrl: this.baseUrl }));
  }

  async #accepted(event: Json): Promise<void> {
    const { acknowledged, status } = await this.event(event);
    if (!acknowledged) throw new Error(`the app did not acknowledge the event (${status ?? 'no answer'})`);
  }

  #state() {
    return {
      conversations: this.conversations,
      views: this.views,
      openConnection: this.openConnection,
      // Slack tells apps about their own direct messages, too.
      posted: (message: SlackMessage) => {
        if (message.channel.startsWith('D')) this.event(directMessage(message, writtenByBot(BOT.id))).catch(() => undefined);
      },
    };
  }

  #handles(origin: { user: string; channel: string; message?: SlackMessage }): { responseUrl: string; triggerId: string } {
    return { responseUrl: `${this.baseUrl}${this.responseUrls.issue(origin)}`, triggerId: this.views.trust(`${Date.now()}.${randomUUID()}`) };
  }
}

const json = (body: Json): Reply => ({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) });

/** Slack escapes these three characters in what people write. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function failed(fault: Fault): Reply {
  if (fault === 'hang' || fault === 'reset') return fault;
  if (fault === 'malformed') return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Slack is having trouble</html>' };
  if ('error' in fault) return json({ ok: false, error: fault.error });
  return { status: fault.status, headers: fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }, body: 'fault' };
}
