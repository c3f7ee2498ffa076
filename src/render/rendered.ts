import type { Answer } from '../ask/answer.js';
import { toMessage } from './message.js';

/** Makes something of an answer once, however often it is asked for. What it gives is shared: nothing may be changed in it. */
export function onceAnAnswer<T>(make: (answer: Answer) => T): (answer: Answer) => T {
  const made = new WeakMap<Answer, { value: T }>();
  return (answer) => {
    const before = made.get(answer);
    if (before) return before.value;
    const value = make(answer);
    made.set(answer, { value });
    return value;
  };
}

/** `toMessage`, once for each answer. */
export const rendered = onceAnAnswer(toMessage);
