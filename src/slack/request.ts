import { z } from 'zod';
import type { Answer, Pick } from '../ask/answer.js';
import type { Bot } from '../ask/index.js';
import { packPick, unpackPick } from '../ask/pick.js';
import { answerText } from './question.js';

/** What leads to an answer, small enough for a button: so that buttons still work after a restart. */
export type Request = { ask: string } | { open: Pick };

/** Slack's limit for the value of a button. */
const MOST = 2000;

/** The text form of a request: `ask:who patches RDS?`, or a pick. Undefined if the question is too long: a shortened one may have another answer. */
export function packRequest(request: Request): string | undefined {
  const packed = 'ask' in request ? `ask:${request.ask}` : packPick(request.open);
  return packed.length <= MOST ? packed : undefined;
}

const Packed = z
  .string()
  .max(MOST)
  .transform((text, ctx): Request => {
    if (text.startsWith('ask:')) return { ask: text.slice('ask:'.length) };
    const pick = unpackPick(text);
    if (pick) return { open: pick };
    ctx.addIssue({ code: 'custom', message: 'neither a question nor a pick' });
    return z.NEVER;
  });

/** Reads what `packRequest` wrote; undefined for anything else. */
export function unpackRequest(text: unknown): Request | undefined {
  const parsed = Packed.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** The answer that a request leads to. A request that nobody can read any more leads to help. */
export function answerTo(bot: Bot, request: Request | undefined): Answer {
  if (!request) return bot.open({ open: 'help' });
  return 'ask' in request ? answerText(bot, request.ask) : bot.open(request.open);
}
