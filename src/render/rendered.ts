import type { Answer } from '../ask/answer.js';
import { type Message, toMessage } from './message.js';

const messages = new WeakMap<Answer, Message>();

/** `toMessage`, once for each answer. The message is shared: nothing may be changed in it. */
export function rendered(answer: Answer): Message {
  const before = messages.get(answer);
  if (before) return before;
  const message = toMessage(answer);
  messages.set(answer, message);
  return message;
}
