import type { App, BlockButtonAction } from '@slack/bolt';
import { unpackPick } from '../../ask/pick.js';
import { answerOn, type Desk } from '../answering.js';

/** `open_0`, `open_1` ...: the buttons under an answer. */
const OPEN = /^open_\d+$/;

/** A button under an answer: a private answer is replaced by the next one; where others read along, the next one follows in the thread. */
export function answerButtons(app: App, { bot, log }: Desk): void {
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: OPEN }, async ({ ack, action, body, respond, say }) => {
    await ack();
    const pick = unpackPick(action.value ?? '');
    await answerOn(
      'button',
      log,
      () => (pick ? bot.open(pick) : bot.ask('')),
      (message) => {
        const thread = body.message?.thread_ts ?? body.message?.ts;
        if (body.container.is_ephemeral || !thread) return respond({ replace_original: true, ...message });
        return say({ thread_ts: thread, ...message });
      },
    );
  });
}
