import type { App } from '@slack/bolt';
import { answerOn, type Desk } from '../answering.js';
import { isByPerson, messageText } from '../message-text.js';

/** `@bot TEXT` in a channel: answers in the thread of the message, or starts one on it. */
export function answerMentions(app: App, { bot, once, log }: Desk): void {
  app.event('app_mention', async ({ event, body, context, say }) => {
    if (!isByPerson(event) || !once.claim(body.event_id, `${event.channel}:${event.ts}`)) return;
    const text = messageText(event.text, context.botUserId);
    await answerOn(
      'mention',
      log,
      () => bot.ask(text),
      (message) => say({ thread_ts: event.thread_ts ?? event.ts, ...message }),
    );
  });
}
