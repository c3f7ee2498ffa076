import type { App, MessageShortcut } from '@slack/bolt';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { messageText } from '../message-text.js';
import { isSubstantial } from '../present.js';

/** As manifest.yml declares it. */
const CALLBACK = 'who_is_responsible';

/** "Who is responsible?" on anyone's message: finds what it is about, and answers privately beside it, in threads too. */
export function answerMessageShortcuts(app: App, desk: Desk): void {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: CALLBACK }, async ({ ack, shortcut, context, respond }) => {
    await ack();
    const { message, user } = shortcut;
    const asked = subjectOf(textOf(message), (text) => isSubstantial(desk.library.bot.ask(text)), context.botUserId);
    const isReply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
    await answerOn(
      desk,
      {
        surface: 'message-shortcut',
        user: user.id,
        ask: () => desk.library.bot.ask(asked),
        frame: { audience: 'private', request: { ask: asked } },
      },
      (answer) => respond({ response_type: 'ephemeral', replace_original: false, ...(isReply && { thread_ts: String(message.thread_ts) }), ...answer }),
    );
  });
}

/** A message is rarely one question: if it is not understood as a whole, the first part of it that is. */
function subjectOf(text: string, isUnderstood: (text: string) => boolean, botUserId: string | undefined): string {
  const whole = messageText(text, botUserId);
  if (isUnderstood(whole)) return whole;
  const parts = whole
    .split(/(?<=[.?!])\s+|\n+|;\s+/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1)
    .slice(0, MOST_PARTS);
  return parts.find(isUnderstood) ?? whole;
}

const MOST_PARTS = 40;

/** What a message says. Messages of other apps often say it in attachments only. */
function textOf({ text, attachments }: MessageShortcut['message']): string {
  if (text) return text;
  if (!Array.isArray(attachments)) return '';
  return attachments
    .flatMap((attachment: unknown) => {
      if (typeof attachment !== 'object' || attachment === null) return [];
      return [
        ...('title' in attachment ? [attachment.title] : []),
        ...('text' in attachment ? [attachment.text] : []),
        ...('fallback' in attachment ? [attachment.fallback] : []),
      ];
    })
    .filter((part) => typeof part === 'string')
    .join('\n');
}
