/** How sure a question is: of its duty, of the side that it speaks of, of wanting an owner at all. */

import type { Owner } from '../knowledge/schema.js';
import type { Leaning } from './leaning.js';
import type { Duty } from './phrases.js';
import type { Sides } from './sides.js';
import type { Found } from './topics.js';
import type { Query } from './understand.js';

/** So few words only name a control. */
export const BARE = 3;
/** Duties that fit at least this share as well as the best one are all considered. */
export const NEAR = 0.5;
/** How much the wording weighs against how well a duty fits. */
const WORDING = 0.35;
/** From this likelihood on, the wording speaks of one side, or of whatever it is. */
export const SURELY = 0.7;
/** ... or of the work of both. */
export const TOGETHER = 0.6;
/** ... or of nobody's; where the question asks for an owner outright, or for what a service states, it takes much more. */
const NOBODY = 0.45;
const NOBODY_ASKED = 0.9;
/** ... or wants an explanation; where a service is named, it takes more. */
export const EXPLAINED = 0.5;
export const EXPLAINED_NAMED = 0.9;
/** An explanation that is this likely is given; one that is less so is offered beside others, down to a point. */
export const PLAUSIBLE = 0.2;
export const CONCEIVABLE = 0.07;
/** One that is this likely goes before a duty that has all the words of the question. */
export const LIKELIER = 0.6;
/** ... or asks whose the work is, whoever that may be; most surely where it looks like a question of prices, limits or how-to. */
const ASKED = 0.5;
const ASKED_PARTLY = 0.7;
const ASKED_CLEARLY = 0.2;
const OWNED = 0.8;
/** A duty that a service states itself, and that fits at least this well, is asked for by less. */
const STATED = 3;
/** Below this the wording asks for no owner, so that an explanation with a clear phrase is given. */
const HARDLY_OWNED = 0.3;
/** Hardly ever. */
export const UNLIKELY = 0.1;
/** How badly an owner may go with the wording. */
export const CONTRARY = 0.75;

/** How well an owner goes with the wording: near 1 where it is what the wording leans to. */
export function agreement(leaning: Leaning, owner: Owner): number {
  return ((leaning[owner] + 0.02) / (owned(leaning) + 0.06)) ** WORDING;
}

/** How likely the wording asks whose the work is. */
function owned({ aws, customer, shared }: Leaning): number {
  return aws + customer + shared;
}

/** Whether a question that looks like one of prices, limits or how-to asks whose the work is all the same. */
export function asksOwner({ cues, leaning, topics }: Query): boolean {
  return cues.outright || cues.choice || owned(leaning) > (isStated(topics) ? SURELY : OWNED);
}

/** Whether a service that is named says something itself of what is asked. */
function isStated(topics: readonly Found<Duty>[]): boolean {
  return topics.some(({ topic, partly, score }) => topic.kind === 'service-part' && !partly && score > STATED);
}

/** What the wording tells of the side that is asked about. */
export function sidesOf({ cues, leaning: { aws, customer, shared } }: Query): Sides {
  const surely = aws > SURELY ? 'aws' : customer > SURELY ? 'customer' : undefined;
  // "The licence that is included" is not about the whole.
  return { ...cues, aspect: cues.aspect === 'whole' && surely && shared < UNLIKELY ? undefined : cues.aspect, surely };
}

/** Whether a question without a service is surely about the duty. */
export function passes(query: Query, duty: Found<Duty>): boolean {
  const { cues, coverage, covered, guessed, leaning } = query;
  // A verdict must not hang on a guess at the spelling alone, unless nothing else was said, or it asks for one outright.
  const isGuess = (coverage < 1 || query.words.length > 3) && [...duty.terms].every((term) => guessed.has(term));
  if (isGuess && owned(leaning) < (cues.outright ? SURELY : OWNED)) return false;
  // "The deploy of the app is done" tells of something.
  if (cues.report && !cues.ownership) return false;
  return asksFor(query, duty) ? query.telling(duty) > 0 : covered === 1 && !duty.partly;
}

/** Whether the wording asks whose the work is; where the duty is a guess, more surely. */
export function asksFor({ cues, services, leaning }: Query, duty: Found<Duty>): boolean {
  const isClear = (cues.outright || cues.choice) && !duty.partly && (services.length > 0 ? duty.score > STATED : leaning.nobody < UNLIKELY);
  return owned(leaning) > (isClear ? ASKED_CLEARLY : duty.partly ? ASKED_PARTLY : ASKED);
}

/** Small talk, code, other people's business: what the reader takes for no question of ownership. A named service must be in doubt too. */
export function isForNobody({ services, words, cues, coverage, topics, leaning: { nobody } }: Query): boolean {
  const asks = coverage >= 0.5 && (isStated(topics) || ((cues.outright || cues.choice) && (services.length > 0 || cues.involved)));
  const besides = words.length - services.reduce((sum, { from, to }) => sum + to - from, 0);
  return nobody > (asks ? NOBODY_ASKED : NOBODY) && (services.length === 0 || besides >= BARE);
}

/** Whether an explanation is wanted rather than an owner. */
export function wantsExplanation(
  { cues, coverage, services, leaning, claim }: Query,
  concept: Found,
  duty: Found<Duty> | undefined,
  isProgram: boolean,
): boolean {
  if (coverage < 0.5 && services.length === 0 && leaning.explanation < SURELY) return false;
  // "Isn't encryption AWS's job?" wants a yes or a no.
  if (claim && duty && !isProgram && !cues.definition) return false;
  const isDefinition = cues.definition || (leaning.explanation > (services.length > 0 ? EXPLAINED_NAMED : EXPLAINED) && !cues.choice && !cues.outright);
  // Beside a service, "what is ours" asks about the service, not about the model.
  if (services.length > 0 && (concept.score < 2 || !isDefinition)) return false;
  const rival = duty?.score ?? 0;
  if (owned(leaning) > SURELY) return false;
  if (leaning.explanation > (services.length > 0 ? EXPLAINED_NAMED : SURELY)) return true;
  if (owned(leaning) < HARDLY_OWNED && leaning.nobody < SURELY && concept.score > STATED && concept.score > rival) return true;
  // "Is it split, or all on one party?" wants the owner of the whole.
  if (leaning.shared > SURELY && duty?.topic.kind === 'control' && !isDefinition) return false;
  if (duty && cues.outright && leaning.explanation < UNLIKELY) return false;
  if (isDefinition) return concept.score >= rival * 0.8;
  const more = concept.terms.size > (duty?.terms.size ?? 0);
  // A bare name of a duty asks whose it is; a bare name of a program ("HIPAA") what it is.
  if (!cues.ownership && !cues.work)
    return isProgram || !duty ? concept.score >= rival && concept.terms.size >= (duty?.terms.size ?? 0) : concept.score > rival * 1.15;
  return concept.score > rival * (cues.outright || cues.choice || cues.work || !more ? 2 : 1.1);
}
