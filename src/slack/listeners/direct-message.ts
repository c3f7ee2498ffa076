import type { App } from '@slack/bolt';
import { answerOn, type Desk } from '../answering.js';
import { isByPerson, messageText } from '../message-text.js';

/** A message to the bot itself: answers in a thread on it, as Slack does for agents. */
export function answerDirectMessages(app: App, { bot, once, log }: Desk): void {
  app.message(async ({ message, body, context, say }) => {
    if (message.channel_type !== 'im' || !isByPerson(message)) return;
    if (!once.claim(body.event_id, `${message.channel}:${message.ts}`)) return;
    const text = messageText('text' in message ? message.text : '', context.botUserId);
    const thread = 'thread_ts' in message && message.thread_ts ? message.thread_ts : message.ts;
    await answerOn(
      'direct-message',
      log,
      () => bot.ask(text),
      (reply) => say({ thread_ts: thread, ...reply }),
    );
  });
}
