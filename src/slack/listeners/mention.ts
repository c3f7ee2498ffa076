import type { App } from '@slack/bolt';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { isByPerson, messageText } from '../message-text.js';
import { answerText } from '../question.js';

/** `@bot TEXT` in a channel: answers in the thread of the message, or starts one on it. The thread keeps its subject. */
export function answerMentions(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, body, context, say }) => {
    if (!isByPerson(event) || !desk.once.claim(body.event_id, `${event.channel}:${event.ts}`)) return;
    const text = messageText(event.text, context.botUserId);
    const thread = event.thread_ts ?? event.ts;
    await answerOn(
      desk,
      {
        surface: 'mention',
        ...(event.user && { user: event.user }),
        ask: (subject) => answerText(desk.library.bot, text, subject),
        frame: { audience: 'public', request: { ask: text } },
        conversations: [`${event.channel}:${thread}`],
      },
      (message) => say({ thread_ts: thread, ...message }),
    );
  });
}
