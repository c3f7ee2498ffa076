import type { Token } from './text.js';

/** What the wording of a question tells, apart from its subject. */
export interface Cues {
  /** Asks who does or owns something: "who", "whose", "responsible", "on us", "do we have to". */
  ownership: boolean;
  /** Says so outright: "who", "whose", "responsible". */
  outright: boolean;
  /** Speaks of "we", "our" or of AWS, without asking who. */
  involved: boolean;
  /** Asks what something is, or for a list. */
  definition: boolean;
  comparison: boolean;
  /** Offers owners to choose from: "AWS or us?" */
  choice: boolean;
  /** Asks about a side of the work: what is decided, what is done, or both. */
  aspect: 'decide' | 'perform' | 'whole' | undefined;
  /** Speaks of a thing that one side has by itself: "our developers", "AWS's own network". */
  whose: 'customer' | 'aws' | undefined;
  /** Tells of something: "the deploy is done". */
  report: boolean;
  /** Begins with a piece of work: "replacing broken disks", "upkeep of the AMIs". */
  work: boolean;
  /** Refers back to what was said before: "and lambda?", "who patches it?". */
  followUp: boolean;
}

const OWNERSHIP =
  /\b(who|which (?:side|party|half)|whos|whose|whom|responsib\w*|responsable|accountab\w*|liable|in charge|own|owns|owned|owner|owners|ownership|our (job|side|problem|task|duty|part|call|responsibility)|our ?s|ours|theirs|on (us|aws|amazon|our side|our end|me)|up to (us|aws|amazon)|(aws|amazon)s? (side|job|problem|task|duty|part|handle|handles|do|does|take|takes)|left (for|to) us|(is|are|still|stays?|remains?) (on )?(our|us|ours|with us)|(do|must|should|shall|can|need|have|dont|doesnt|does) (we|i|us|aws|amazon|our team)|we (still )?(have|need|hav|got|must|do|dont|should|handle|manage|patch|own|set)|us or (aws|amazon|them)|(customer|provider|client|vendor) or (the )?(aws|amazon|customer|us|provider|both)|(aws|amazon) or (the )?customer|(aws|amazon|them|they) or (us|we|me|our)|or (is it|is that|does|do|should|just) (aws|amazon|we|us)|(is|are|or|its|be)( it| that| this)? (a )?(shared|split)|or both|both$|split$|who split|inherit\w*|hook|belongs? to|falls? (?:up)?(?:on|to)|(?:the )?(?:customer|provider|client|aws|amazon|our)s? (?:duty|duties|obligations?)|handles?|handled|takes? care|looks? after|us ?$|we ?$)\b/;
const OUTRIGHT = /\b(who|which (?:side|party|half)|whos|whose|whom|responsib\w*|responsable|accountab\w*)\b/;
const INVOLVED = /\b(we|our|ours|us|my|i|aws|amazon|customer|customers)\b/;
const DEFINITION =
  /\b(what (is|are|was|does|do|counts|kinds?|types?)|whats|what s|explain|meaning|means?|defin\w+|describe|tell me about|example|examples|name|list|explained|explanation|in short|in a nutshell|why|which(?! (?:side|party|half))|how does|how do|how many|how is|how are|how should|where|who (has to do|does) what|summary|summarise|summarize|overview|analogy|comparison in|difference)\b/;
const COMPARISON = /\b(compare|compared|comparison|vs|versus|difference between|differences between|differ|against)\b/;
/** What the customer decides of work that AWS does: its half begins so. */
export const DECIDE =
  /\b(decide|decides|deciding|decision|decisions|choose|chooses|choosing|choice|pick|picks|select|selects|enable|enables|enabling|turns? (it |them |em )?on|switch(es)? (it |them |em )?on|opt in|opts in|opting in|set|sets|setting|configure|configures|configuring|define|defines|determine|determines|schedule|schedules|scheduling|plan|plans|planning|approve|approves|retention|policy|request|requests)\b/;
const PERFORM =
  /\b(perform|performs|performed|performing|execut\w+|carry out|carries out|takes? the|taking|release|releases|releasing|publishes|physically|actually|automatically)\b/;
const WHOLE =
  /\b(overall|as a whole|in its entirety|entirety|as well as|both (ends|sides|halves|parts|layers)|considering both|both .{1,60} and|whole (thing|list|stack|lot)|included|top to bottom|all of it|end to end(?! encr)|e2e|altogether|in total|(?<!\b(?:join|link|tie|connect|bind)s?(?: \w+){0,2} )together|combined|bit of both|across .{1,40} and (our|my)|from .{1,40} (up to|through to|all the way to|to (execution|finish|end|end to end|z|bottom))|and doing|one (party|side) or|entire)\b/;
const BOTH_STEPS = /\b(decid|choos|schedul|plan|set|configur|design)\w* (and|to|through|as well as|plus) (do|run|execut|perform|tak|carry)\w*/;
const CHOICE =
  /\b(implement|do|ours?) or (just )?inherit(ed)?\b|\binherit(ed)? or\b|\b(or|vs)( (is|are|does|do|it|its|that|on|just|is it))* (us|we|our|ours|aws|amazon|them|they|both|shared|customer|me|a combination|a mix|a mixture)\b/;
const OURS =
  /\b(our|my|own)( \w+)? (staff|employees?|people|developers?|devs?|engineers?|teams?|colleagues|users?|apps?|applications?|code|workloads?|accounts?|company|organi[sz]ation|business|website|site|product|software|policies|images?|containers?|clients?|customers|instances?|servers?|boxes|machines|vms?)\b/;
const AWS_OWN =
  /\b(aws|amazon)s?( own| internal)? (staff|employees?|people|engineers?|network|infrastructure|data cent\w+|systems|hardware|reports?|certif\w+|attestations?|facilities|hosts?|devices|backbone)\b/;
const WORK = /^(the )?(\w{3,}ing|upkeep|maintenance|operation|management|updates?|replacement|installation|configuration|creation|removal|protection|control) /;
const REPORT = /\b(is|are|was|were|has been) (done|live|finished|merged|deployed|out|back)( now| today| again)?$/;
const FOLLOW_UP = /^(and|what about|how about|same (question )?(for|with)|also|or|ok and|then|hm and|but)\b|\b(it|its|that|this|there|one|ones|them|those)\b/;

/** Reads the wording of a question. */
export function readCues(tokens: readonly Token[]): Cues {
  // The name of the model asks nobody.
  const text = tokens
    .map(({ word }) => word)
    .join(' ')
    .replace(/\bshared responsibilit(?:y|ies)(?: models?)?\b/g, 'model');
  const decide = DECIDE.test(text);
  const perform = PERFORM.test(text);
  return {
    ownership: OWNERSHIP.test(text),
    outright: OUTRIGHT.test(text),
    involved: INVOLVED.test(text),
    definition: DEFINITION.test(text),
    comparison: COMPARISON.test(text),
    choice: CHOICE.test(text),
    aspect: WHOLE.test(text) || BOTH_STEPS.test(text) ? 'whole' : decide ? 'decide' : perform ? 'perform' : undefined,
    whose: OURS.test(text) ? 'customer' : AWS_OWN.test(text) ? 'aws' : undefined,
    work: WORK.test(text),
    report: REPORT.test(text),
    followUp: FOLLOW_UP.test(text),
  };
}
