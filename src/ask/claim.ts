import type { Owner } from '../knowledge/schema.js';
import type { Token } from './text.js';

/** An owner that a question takes for granted: "AWS patches it, right?" */
export interface Claim {
  owner: Owner;
  /** "We don't have to patch it, right?" */
  denied: boolean;
}

/** How a claim turns out. */
export type Reply = 'yes' | 'no' | 'yes-in-part' | 'no-not-alone' | 'no-part-is-yours';

const ASKS_FOR_YES_OR_NO =
  /^((so|ok|okay|and|but|hey|hi|hello|team|folks|quick|q|question|um|hm|just to (check|confirm)) )*(is|are|isnt|arent|does|do|doesnt|dont|must|should|shouldnt|can|will|would|wouldnt|am i right|is it (true|right|correct))\b|\b(right|correct|yeah|yes|yea|ya|yep|no|true|huh|innit|isnt it|arent they|dont we|doesnt it|or not|or nah)$/;
const VERB =
  '(patch|handle|manage|own|do|take|run|back|encrypt|replace|maintain|secure|protect|monitor|update|upgrade|rotate|keep|look|cover|fix|test|scan|train|log|operate|provide|guarantee|choose|decide|set)';
const AWS = new RegExp(
  `\\b(aws|amazon|they)( (always|already|also|just|automatically|fully|still|really))? ${VERB}e?s?\\b|\\b(does|do|doesnt|will|would|should|shouldnt|must) (aws|amazon)\\b|\\b(aws|amazon)s? (own )?(job|responsibility|side|problem|task|duty|business|part|thing)\\b|\\b(on|by|to|with|for|of) (aws|amazon)( |$)|\\b(is|are|isnt|arent) (aws|amazon) (responsible|accountable|in charge)|\\b(aws|amazon) is (responsible|accountable|in charge)`,
);
const CUSTOMER = new RegExp(
  `\\b(we|i|you)( (always|also|still|just|really))?( (dont|do not|never|no longer))? (have to|need to|hav to|gotta|got to|must|should|need|${VERB}|responsible|are responsible)\\b|\\b(do|dont|must|should|shouldnt|does) (we|i|the customer|our team)\\b|\\b(our|my) (own )?(job|responsibility|side|problem|task|duty|part|thing)\\b|\\b(on|up to|with|by) us\\b|\\bours\\b|\\b(the )?customers? (job|responsibility|side|problem|task|duty)\\b|\\b(are|arent) we (responsible|accountable|in charge)`,
);
const SHARED = /\b(is|are|isnt|its|be) .{0,40}\b(shared|split)\b/;
/** A leading "isn't", "don't" only asks for agreement; one inside the statement denies. */
const DENIED = /.\b(dont|do not|doesnt|does not|never|no longer|not|isnt|arent|without)\b/;

/** The owner that a question claims, if it asks for yes or no and names just one. */
export function readClaim(tokens: readonly Token[], choice: boolean): Claim | undefined {
  const text = tokens.map(({ word }) => word).join(' ');
  // What is possible is not whose work it is: "yes" would say that it may happen.
  if (choice || !ASKS_FOR_YES_OR_NO.test(text) || /\b(im)?possible\b/.test(text)) return undefined;
  const aws = AWS.test(text);
  const customer = CUSTOMER.test(text);
  if (aws === customer) return SHARED.test(text) && !aws ? { owner: 'shared', denied: false } : undefined;
  const statement = text
    .replace(/\b(or not|or nah|dont we|doesnt it|isnt it|arent they|not sure)\b/g, '')
    .replace(/^((so|ok|okay|and|but|hey|hi|team) )*(isnt|arent|doesnt|dont|shouldnt|wouldnt)\b/, '');
  return { owner: aws ? 'aws' : 'customer', denied: DENIED.test(` ${statement}`) };
}

/** Whether the claim holds, given who the owner is. */
export function replyTo({ owner: claimed, denied }: Claim, owner: Owner): Reply {
  if (owner === claimed) return denied ? 'no' : 'yes';
  if (owner !== 'shared') return denied ? 'yes' : 'no';
  if (claimed === 'customer') return denied ? 'no-part-is-yours' : 'yes-in-part';
  return denied ? 'no' : 'no-not-alone';
}
