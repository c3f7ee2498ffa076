import type { Delivery, FakeSlack, SlackMessage, View } from '../../test/support/fake-slack/index.js';
import { Action, Submitted } from './actions.js';
import { type Outcome, PLACES, type ShownView } from './state.js';

const DEAF = 'The bot did not answer in time: Slack would show an error here.';
const NOT_HEARD = 'The bot did not hear this: in a channel it hears /srm and messages that mention @srm.';
const IN_THREAD = '/srm is not supported in threads. Sorry! Slack says so, too. Mention @srm instead.';

/** The person at the page, in the fake Slack: types, clicks, and has modals on the screen. */
export class Person {
  readonly #slack: FakeSlack;
  readonly #closed = new Set<string>();

  constructor(slack: FakeSlack) {
    this.#slack = slack;
  }

  /** The modals on the screen. */
  get modals(): View[] {
    return this.#slack.views.shown.filter((view) => view.user === undefined && !this.#closed.has(view.id));
  }

  /** @throws if the action makes no sense, with a message for the page */
  async act(input: unknown): Promise<Outcome> {
    const action = Action.parse(input);
    switch (action.do) {
      case 'say':
        return this.#say(action);
      case 'click': {
        const { action_id, type, value, thumb } = action.clicked;
        const isMenu = type.endsWith('_select');
        const act = { ...(isMenu && { option: value }), ...(type === 'plain_text_input' && { typed: value }), ...(thumb && { thumb }) };
        return heard(await this.#slack.act(this.#find(action.on), action_id, act));
      }
      case 'suggest': {
        const groups = await this.#slack.suggest(this.#find(action.on), action.clicked.action_id, action.query);
        return { choices: groups.flatMap(({ label, options }) => options.map(({ text, value }) => ({ label: text, value, group: label }))) };
      }
      case 'submit':
        return this.#submit(this.#view(action.view), action.values);
      case 'close':
        this.#closed.add(action.view);
        return {};
      case 'open':
        await this.#slack.openApp(action.tab);
        return {};
      case 'shortcut':
        return heard(await this.#slack.shortcut(action.id));
      case 'message-shortcut':
        return heard(await this.#slack.shortcut(action.id, this.#message(action)));
      default:
        return action satisfies never;
    }
  }

  async #say({ text, channel, thread }: Extract<Action, { do: 'say' }>): Promise<Outcome> {
    const slack = this.#slack;
    const place = { channel, ...(thread && { thread }) };
    const command = /^\s*\/srm\b\s*([\s\S]*)$/.exec(text)?.[1];
    if (command !== undefined) {
      if (thread) return { notice: IN_THREAD };
      const before = slack.conversations.messages.length;
      await slack.command(command, place);
      return slack.conversations.messages.length > before ? {} : { notice: DEAF };
    }
    if (/^\s*\//.test(text)) return { notice: 'There is no such command here. Try /srm.' };
    const isDirect = channel === PLACES.direct;
    if (!isDirect && !/@srm\b/.test(text)) {
      slack.write(text, place);
      return { notice: NOT_HEARD };
    }
    const message = isDirect ? await slack.direct(text, place) : await slack.mention(text.replace(/@srm\b/g, ' ').trim(), place);
    return thread ? {} : { thread: { channel, ts: message.ts } };
  }

  async #submit(view: View, values: Record<string, Record<string, unknown>>): Promise<Outcome> {
    const chosen = Object.values(values)
      .flatMap((block) => Object.values(block))
      .flatMap((value) => (value && typeof value === 'object' && 'selected_conversation' in value ? [value.selected_conversation] : []))
      .find((conversation) => typeof conversation === 'string');
    const delivery = await this.#slack.submit(view, values, chosen);
    if (!delivery.acknowledged) return { notice: DEAF };
    const { response_action, errors, view: next } = Submitted.parse(delivery.payload ?? {});
    if (response_action === 'errors') return { errors: errors ?? {} };
    if (response_action === 'update' && next) view.content = next;
    else if (response_action === 'clear') for (const { id } of this.modals) this.#closed.add(id);
    else this.#closed.add(view.id);
    return {};
  }

  #find(owner: { view: string } | { channel: string; ts: string }): SlackMessage | View {
    return 'view' in owner ? this.#view(owner.view) : this.#message(owner);
  }

  #message({ channel, ts }: { channel: string; ts: string }): SlackMessage {
    const message = this.#slack.conversations.find(channel, ts);
    if (!message) throw new Error('This message is gone.');
    return message;
  }

  #view(id: string): View {
    const view = this.#slack.views.shown.find((candidate) => candidate.id === id);
    if (!view) throw new Error('This view is gone.');
    return view;
  }
}

const heard = ({ acknowledged }: Delivery): Outcome => (acknowledged ? {} : { notice: DEAF });

/** A view with the fields that the page shows. */
export function shown({ id, content }: View): ShownView {
  const { blocks, title, submit, close } = content;
  const label = (value: unknown) => (value && typeof value === 'object' && 'text' in value ? { text: String(value.text) } : undefined);
  const labels = Object.fromEntries(Object.entries({ title: label(title), submit: label(submit), close: label(close) }).filter(([, value]) => value));
  return { id, content: { ...labels, blocks: Array.isArray(blocks) ? blocks : [] } };
}
