import { randomUUID } from 'node:crypto';
import { Offer } from './block-kit.js';
import { Conversations, type SlackMessage } from './conversations.js';
import { type Act, actionOf, elementsOf, type Found } from './elements.js';
import { type Fault, Faults } from './faults.js';
import { appHomeOpened, blockActions, blockSuggestion, functionExecuted, globalShortcut, messageShortcut, viewSubmission } from './interactions.js';
import { appMention, directMessage, eventCallback, messageChanged, slashCommand, writtenByBot } from './payloads.js';
import { ResponseUrls } from './response-urls.js';
import type { Delivery, Json, Retry, Route } from './route.js';
import { isView, type View, Views } from './views.js';
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
  /** What the agent view suggests, by conversation; on a plan without agents Slack refuses. */
  readonly prompts = new Map<string, { title: string; prompts: unknown[] }>();
  hasAgents = true;
  /** What became of steps of workflows. */
  readonly finished = new Map<string, Json>();
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

  /** Someone clicks a button, chooses an option or types into a field, in a message or a view. */
  async act(target: SlackMessage | View, action_id: string, act: Act = {}, user = ALICE): Promise<Delivery> {
    const found = find(target, action_id);
    return this.route.interaction(blockActions(target, actionOf(found, act), this.#person(user, target)));
  }

  /** Someone clicks a button that a message of long ago had. */
  async click(message: SlackMessage, action: { action_id: string; value: string }, user = ALICE): Promise<Delivery> {
    const found: Found = { blockId: 'b1', element: { type: 'button', text: { type: 'plain_text', text: 'Open', emoji: true }, ...action } };
    return this.route.interaction(blockActions(message, actionOf(found, {}), this.#person(user, message)));
  }

  /** Someone types into a menu that completes. Gives what it offers, group by group. */
  async suggest(
    target: SlackMessage | View,
    action_id: string,
    value: string,
    user = ALICE,
  ): Promise<{ label: string; options: { text: string; value: string }[] }[]> {
    const { blockId } = find(target, action_id);
    const { payload } = await this.route.interaction(blockSuggestion(target, { action_id, block_id: blockId, value }, user));
    const offer = Offer.parse(payload);
    return ('option_groups' in offer ? offer.option_groups : []).map(({ label, options }) => ({
      label: label.text,
      options: options.map((option) => ({ text: option.text.text, value: option.value })),
    }));
  }

  /** Someone submits a modal, with what was entered, and the conversation chosen for an answer. Gives what the app answered. */
  async submit(view: View, values: Json = {}, conversation?: string, user = ALICE): Promise<Delivery> {
    return this.route.interaction(viewSubmission(view, values, conversation, this.#person(user, { channel: conversation ?? '' })));
  }

  /** Someone uses a shortcut of the app: anywhere, or on a message. `more` adds fields to the message. */
  async shortcut(callback_id: string, message?: SlackMessage, more: Json = {}, user = ALICE): Promise<Delivery> {
    const who = this.#person(user, { channel: message?.channel ?? '' });
    return this.route.interaction(message ? messageShortcut(callback_id, message, more, who) : globalShortcut(callback_id, who));
  }

  /** Someone opens a tab of the app. */
  async openApp(tab: 'home' | 'messages', user = ALICE): Promise<void> {
    await this.#accepted(appHomeOpened(tab, user, DIRECT, this.views.home(user)));
  }

  /** A workflow runs a step of the app. Gives the id under which it ends. */
  async runStep(callback_id: string, inputs: Json): Promise<string> {
    const execution = `Fx${randomUUID().slice(0, 8).toUpperCase()}`;
    await this.#accepted(functionExecuted(callback_id, inputs, execution));
    return execution;
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
      hasAgents: this.hasAgents,
      prompted: (channel: string, prompts: unknown[], title: string) => void this.prompts.set(channel, { title, prompts }),
      finished: (execution: string, result: Json) => {
        this.finished.set(execution, result);
        return { ok: true };
      },
      // Slack tells apps about their own direct messages, too.
      posted: (message: SlackMessage) => {
        if (message.channel.startsWith('D')) this.event(directMessage(message, writtenByBot(BOT.id))).catch(() => undefined);
      },
    };
  }

  #person(user: string, target: SlackMessage | View | { channel: string }) {
    if (isView(target)) return { user, ...this.#handles({ user, channel: '' }) };
    return { user, ...this.#handles({ user, channel: target.channel, ...('ts' in target && { message: target }) }) };
  }

  #handles(origin: { user: string; channel: string; message?: SlackMessage }): { responseUrl: string; triggerId: string } {
    return { responseUrl: `${this.baseUrl}${this.responseUrls.issue(origin)}`, triggerId: this.views.trust(`${Date.now()}.${randomUUID()}`) };
  }
}

function find(target: SlackMessage | View, action_id: string): Found {
  const blocks = isView(target) ? target.content.blocks : target.blocks;
  const found = elementsOf(Array.isArray(blocks) ? blocks : []).find(({ element }) => element.action_id === action_id);
  if (!found) throw new Error(`nothing with the id ${action_id} is shown`);
  return found;
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
