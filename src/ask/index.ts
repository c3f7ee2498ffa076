import type { Knowledge } from '../knowledge/load.js';
import type { Answer, Pick } from './answer.js';
import { type Context, Decision, EXAMPLES, unknown } from './decide.js';
import { type Explanation, explain } from './explanation.js';
import { Replies } from './reply.js';
import { Understanding } from './understand.js';
import { shippedWording } from './wording.js';

export type { Context } from './decide.js';

export interface Bot {
  /** Answers what a person typed. Never throws for a bad question; `text` may be anything, of any length. */
  ask(text: string, context?: Context): Answer;
  /** Answers a button, by the ids in it. Ids that are gone get an `unknown` answer. */
  open(pick: Pick): Answer;
}

/** A bot that can also say how it read a question. */
export interface ExplainingBot extends Bot {
  explain(text: string, context?: Context): Explanation;
}

/** Builds the indexes once; every question after that is answered from memory. */
export function createBot(knowledge: Knowledge, wording = shippedWording()): ExplainingBot {
  const understanding = new Understanding(knowledge);
  const replies = new Replies(knowledge);
  const decision = new Decision(knowledge, replies);
  const renamed = new Map([...knowledge.services].flatMap(([id, { was = [] }]) => was.map((old): [string, string] => [old, id])));
  const today = (id: string) => (knowledge.services.has(id) ? id : (renamed.get(id) ?? id));
  const known = (id: string, variant: string | undefined) =>
    variant !== undefined && knowledge.services.get(id)?.variants?.[variant] ? { id, variant } : { id };

  const open = (pick: Pick): Answer | undefined => {
    switch (pick.open) {
      case 'service':
        return replies.service('', known(today(pick.id), pick.variant));
      case 'control':
        return replies.control('', pick.id);
      case 'concept':
        return replies.concept('', pick.id);
      case 'comparison':
        return replies.comparison(
          '',
          pick.ids.map((id) => ({ id: today(id) })),
        );
      case 'row': {
        const verdict = replies.verdict({ kind: 'control', control: pick.control }, known(today(pick.service), pick.variant));
        return verdict && replies.verdicts('', [verdict]);
      }
      case 'help':
        return { kind: 'help', question: '', examples: EXAMPLES };
      default:
        return pick satisfies never;
    }
  };

  return {
    ask: (text, context = {}) => decision.answer(understanding.read(text, wording), context),
    explain: (text, context = {}) => {
      const query = understanding.read(text, wording);
      return explain(query, decision.answer(query, context));
    },
    open: (pick) => open(pick) ?? unknown('', 'no-match'),
  };
}

/** What an answer was about, to understand the next question of the same conversation; undefined if nothing to go on from. */
export function contextOf(answer: Answer): Context | undefined {
  switch (answer.kind) {
    case 'verdict': {
      const { service, control } = answer.verdicts[0];
      return { control: control.id, ...(service && { service: service.id, ...(service.variant && { variant: service.variant }) }) };
    }
    case 'service':
      return { service: answer.service.id, ...(answer.service.variant && { variant: answer.service.variant }) };
    case 'control':
      return { control: answer.control.id };
    case 'comparison':
    case 'concept':
    case 'suggestions':
    case 'unknown':
    case 'help':
      return undefined;
    default:
      return answer satisfies never;
  }
}
