import { hash } from 'node:crypto';
import type { Answer } from './answer.js';
import type { Bot, Context } from './index.js';

/** An answer with its message is a few dozen kilobytes; what is asked again and again is a few hundred questions. */
const AT_MOST = 300;

/**
 * A bot that answers at once what it answered before: the same question over the same knowledge has the same answer.
 * It keeps nothing of what people wrote: questions are kept as hashes, answers without the question. Where nothing was understood, the answer gets it back:
 * the log counts its words, and a form to propose an entry begins with it.
 */
export function remembering(bot: Bot, atMost = AT_MOST): Bot {
  const known = new Map<string, Answer>();
  return {
    open: (pick) => bot.open(pick),
    ask(text, context) {
      const key = keyOf(text, context);
      const before = known.get(key);
      if (before) {
        // A map lists its keys in the order of insertion: what was asked lately goes to the end.
        known.delete(key);
        known.set(key, before);
        return before.kind === 'unknown' ? { ...before, question: text } : before;
      }
      const answer = bot.ask(text, context);
      // A choice quotes the words that brought it up.
      if (answer.kind === 'suggestions') return answer;
      const kept = { ...answer, question: '' };
      known.set(key, kept);
      const [oldest] = known.keys();
      if (known.size > atMost && oldest !== undefined) known.delete(oldest);
      return answer.kind === 'unknown' ? answer : kept;
    },
  };
}

function keyOf(text: string, context: Context | undefined): string {
  return hash('sha256', context ? `${text}\0${JSON.stringify(context)}` : text, 'base64');
}
