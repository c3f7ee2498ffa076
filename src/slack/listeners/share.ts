import type { App, BlockButtonAction } from '@slack/bolt';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { threadOf } from '../place.js';
import { answerTo, unpackRequest } from '../request.js';

/** Under a private answer: `share` posts it for everyone there, also where the bot is not a member, and `dismiss` removes it. */
export function answerSharing(app: App, desk: Desk): void {
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: 'share' }, async ({ ack, action, body, respond }) => {
    await ack();
    const request = unpackRequest(action.value);
    const thread = threadOf(body);
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const answer = await answerOn(
      desk,
      {
        surface: 'button',
        user: body.user.id,
        ask: () => answerTo(desk.library.bot, request),
        frame: { audience: 'public', sharedBy: nameOf(body.user) },
        ...(thread && body.channel && { conversations: [`${body.channel.id}:${thread}`] }),
      },
      // A name, not a mention: nobody is pinged by an answer.
      (message, found) => respond({ response_type: found ? 'in_channel' : 'ephemeral', replace_original: false, ...inThread, ...message }),
    );
    if (answer) await respond({ delete_original: true });
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: 'dismiss' }, async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
}

/** How a person is called here. Payloads differ in which names they carry. */
export function nameOf({ name, username }: { name?: string | undefined; username?: string | undefined }): string {
  return name ?? username ?? 'a colleague';
}
