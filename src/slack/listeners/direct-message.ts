import type { App } from '@slack/bolt';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { isByPerson, messageText } from '../message-text.js';
import { answerText } from '../question.js';

const WELCOME = '👋 Welcome. Ask me who is responsible for something on AWS, in your own words. "help" shows what I understand.';

/**
 * A message to the bot itself: answers in a thread on it, as Slack does for agents.
 * A thread keeps its own subject; outside of threads, the conversation goes on from one message to the next.
 */
export function answerDirectMessages(app: App, desk: Desk): void {
  app.message(async ({ message, body, context, say }) => {
    if (message.channel_type !== 'im' || !isByPerson(message)) return;
    if (!desk.once.claim(body.event_id, `${message.channel}:${message.ts}`)) return;
    const text = messageText('text' in message ? message.text : '', context.botUserId);
    const root = 'thread_ts' in message ? message.thread_ts : undefined;
    const thread = root ?? message.ts;
    const user = 'user' in message ? message.user : undefined;
    const isNew = user !== undefined && desk.welcomed.claim(user);
    await answerOn(
      desk,
      {
        surface: 'direct-message',
        ...(user && { user }),
        ask: (subject) => answerText(desk.library.bot, text, subject),
        frame: { audience: 'public', request: { ask: text }, ...(isNew && { welcome: WELCOME }) },
        conversations: root ? [`${message.channel}:${root}`] : [message.channel, `${message.channel}:${thread}`],
      },
      (reply) => say({ thread_ts: thread, ...reply }),
    );
  });
}
