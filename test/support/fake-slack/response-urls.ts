import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { problemsOfMessage } from './block-kit.js';
import type { Conversations, SlackMessage } from './conversations.js';
import { BOT } from './workspace.js';

/** What an app may send to a response address, or in the acknowledgement of a command. */
const Content = z.looseObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

interface Origin {
  user: string;
  channel: string;
  /** The message whose button was clicked. */
  message?: SlackMessage;
}

const USES = 5;

/** The private addresses that an app answers a command or a click on: five uses each. */
export class ResponseUrls {
  readonly #origins = new Map<string, Origin & { uses: number }>();
  readonly #conversations: Conversations;

  constructor(conversations: Conversations) {
    this.#conversations = conversations;
  }

  /** Gives the path of a new address. */
  issue(origin: Origin): string {
    const id = randomUUID();
    this.#origins.set(id, { ...origin, uses: 0 });
    return `commands/${id}`;
  }

  /** Handles what was sent to an address. */
  use(path: string, body: string): { status: number; body: string } {
    const origin = this.#origins.get(path.replace('commands/', ''));
    if (!origin) return { status: 404, body: 'invalid_url' };
    origin.uses += 1;
    if (origin.uses > USES) return { status: 404, body: 'used_url' };
    const parsed = Content.safeParse(JSON.parse(body));
    if (!parsed.success) return { status: 400, body: 'invalid_payload' };
    if (!parsed.data.delete_original && problemsOfMessage(parsed.data).length > 0)
      return { status: 400, body: `invalid_blocks: ${problemsOfMessage(parsed.data).join()}` };
    this.show(origin, parsed.data, 'response_url');
    return { status: 200, body: 'ok' };
  }

  /** Shows content where it belongs. Text or blocks must be there, unless a message is to be deleted. */
  show({ user, channel, message }: Origin, content: unknown, via: string): SlackMessage | undefined {
    const { text, blocks, response_type, replace_original, delete_original, thread_ts } = Content.parse(content);
    if (message && (delete_original || replace_original)) {
      if (delete_original) this.#conversations.remove(message);
      else Object.assign(message, { text: text ?? '', blocks: blocks ?? [], via });
      return message;
    }
    if (!text && !blocks) return undefined;
    const problems = problemsOfMessage({ text, blocks });
    if (problems.length > 0) throw new Error(`Slack would not show this: ${problems.join()}`);
    return this.#conversations.post({
      channel,
      user: BOT.user,
      text: text ?? '',
      blocks: blocks ?? [],
      via,
      ...(response_type !== 'in_channel' && { visibleTo: user }),
      ...(thread_ts && { thread_ts }),
    });
  }
}
