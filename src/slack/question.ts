import type { Answer } from '../ask/answer.js';
import type { Bot, Context } from '../ask/index.js';

/** Words that ask for help whatever the knowledge makes of them. */
const HELP = /^\W*(?:help|usage|commands|options)\W*$/i;

/** The answer to what a person wrote. */
export function answerText(bot: Bot, text: string, context?: Context): Answer {
  return HELP.test(text) ? bot.open({ open: 'help' }) : bot.ask(text, context);
}
