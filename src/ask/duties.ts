import type { Knowledge } from '../knowledge/load.js';
import type { Verdict } from './answer.js';
import type { Duty } from './phrases.js';
import type { Replies, Subject } from './reply.js';
import type { ServiceFound } from './services-named.js';
import { NO_SIDES } from './sides.js';
import { agreement, NEAR, SURELY, sidesOf, TOGETHER, UNLIKELY } from './sureness.js';
import type { Found } from './topics.js';
import type { Query } from './understand.js';

/** A duty named for one service is more surely meant than the same words for any service. */
const OWN_DUTY = 1.2;
/** ... but less surely for a variant of which the service says something else. */
const OTHER_VARIANT = 0.7;
/** A question for everything together is about the control that stands for the whole subject. */
const WHOLE_SUBJECT = 3;
/** Of two halves that are asked about, the one that fits less must fit at least this share as well. */
const HALF_AS_NEAR = 0.4;
/** The control that stands for everything together. */
const EVERYTHING: Duty = { kind: 'control', control: 'security-overall' };

/** A verdict, and the duty that it is about. */
interface Likely {
  verdict: Verdict;
  duty: Found<Duty>;
}

/** Chooses, of all the duties that a question points to, the one that it is about, and says whose that is. */
export class Duties {
  readonly #knowledge: Knowledge;
  readonly #replies: Replies;

  constructor(knowledge: Knowledge, replies: Replies) {
    this.#knowledge = knowledge;
    this.#replies = replies;
  }

  /** The duties that a question points to, for one service or for all, best first. */
  ranked(query: Query, service?: ServiceFound): Found<Duty>[] {
    const { aspect } = sidesOf(query);
    const factor = ({ topic }: Found<Duty>) => {
      if (topic.kind === 'service-part') return service && !this.#applies(topic, service) ? OTHER_VARIANT : OWN_DUTY;
      return aspect === 'whole' && topic.kind === 'control' && this.#knowledge.controls.get(topic.control)?.whole ? WHOLE_SUBJECT : 1;
    };
    return query.topics
      .filter(({ topic }) => !service || topic.kind !== 'service-part' || topic.service === service.id)
      .map((found) => ({ ...found, score: found.score * factor(found) }))
      .sort((a, b) => b.score - a.score);
  }

  /** Whose the duty is that a question is about; undefined where none has a meaning for the service. */
  verdict(query: Query, service?: ServiceFound): Verdict | undefined {
    const ranked = this.ranked(query, service);
    const near = nearest(ranked, NEAR);
    return this.#bothSides(query, service, ranked) ?? this.#together(query, service, near) ?? this.#likeliest(query, service, near);
  }

  /** "Both ends", "the disks and the bucket policy": where one half of what is asked is AWS's and the other the customer's, the whole is shared. */
  #bothSides(query: Query, service: Subject | undefined, ranked: readonly Found<Duty>[]): Verdict | undefined {
    const { aspect } = sidesOf(query);
    if (aspect !== 'whole' && query.leaning.shared < UNLIKELY) return undefined;
    const near = nearest(ranked, HALF_AS_NEAR).flatMap((duty): Likely[] => {
      const verdict = this.#replies.verdict(duty.topic, service);
      return verdict ? [{ duty, verdict }] : [];
    });
    if (aspect === 'whole') {
      const first = near.find(({ verdict: { row } }) => row.aws && row.customer)?.verdict;
      return first && new Set(near.map(({ verdict }) => verdict.owner)).size > 1 ? { ...first, owner: 'shared' } : undefined;
    }
    for (const one of near) {
      const other = near.find(({ duty, verdict }) => one.verdict.owner === 'aws' && verdict.owner === 'customer' && query.joined(one.duty, duty));
      if (!other) continue;
      const { control } = one.duty.topic;
      const whole = control === other.duty.topic.control ? this.#replies.verdict({ kind: 'control', control }, service) : undefined;
      return whole?.owner === 'shared' ? whole : together(one.verdict, other.verdict);
    }
    return undefined;
  }

  /** Where the wording asks for the work of both sides, the control that a duty belongs to is meant, if it is shared. */
  #together(query: Query, service: Subject | undefined, near: readonly Found<Duty>[]): Verdict | undefined {
    if (query.leaning.shared < TOGETHER) return undefined;
    const controls: Duty[] = near.map(({ topic: { control } }) => ({ kind: 'control', control }));
    const isSure = near.length > 0 && query.leaning.shared > SURELY;
    const verdicts = [...controls, ...(isSure ? [EVERYTHING] : [])].map((control) =>
      this.#replies.verdict(control, service, { ...NO_SIDES, aspect: query.cues.aspect }),
    );
    return verdicts.find((verdict) => verdict?.owner === 'shared');
  }

  /** Of the duties that a question points to about as surely, the one whose owner its wording leans to. */
  #likeliest(query: Query, service: Subject | undefined, near: readonly Found<Duty>[]): Verdict | undefined {
    const sides = sidesOf(query);
    let best: Likely | undefined;
    let most = 0;
    for (const duty of near) {
      const verdict = this.#replies.verdict(duty.topic, service, sides);
      const score = verdict ? duty.score * agreement(query.leaning, verdict.owner) : 0;
      if (!verdict || score <= most) continue;
      most = score;
      best = { verdict, duty };
    }
    return best && (this.#asWhole(query, service, near, best) ?? best.verdict);
  }

  /** Where all the words for a part are words for the whole control too, and both have the same owner, the whole is meant. */
  #asWhole(query: Query, service: Subject | undefined, near: readonly Found<Duty>[], { verdict, duty }: Likely): Verdict | undefined {
    if (duty.topic.kind === 'control') return undefined;
    const hasAll = (terms: ReadonlySet<string>) => [...duty.terms].every((term) => terms.has(term));
    const whole = near.find(({ topic, terms }) => topic.kind === 'control' && topic.control === duty.topic.control && hasAll(terms));
    if (!whole) return undefined;
    const instead = this.#replies.verdict(whole.topic, service, sidesOf(query));
    return instead?.owner === verdict.owner ? instead : undefined;
  }

  /** What a service says of a duty in general does not hold for a variant that has another owner for it. */
  #applies({ control, variant, part }: Extract<Duty, { kind: 'service-part' }>, service: ServiceFound): boolean {
    if (service.variant === undefined) return true;
    if (variant !== undefined) return variant === service.variant;
    const own = this.#knowledge.services.get(service.id)?.variants?.[service.variant]?.controls?.[control];
    return own === undefined || (own !== 'none' && own.owner === part.owner);
  }
}

/** Of ranked duties, those that fit at least this share as well as the first. */
export function nearest(ranked: readonly Found<Duty>[], share: number): Found<Duty>[] {
  return ranked.filter(({ score }) => score >= share * (ranked[0]?.score ?? 0));
}

/** What AWS does of one duty and the customer of another, for a question about both. */
function together(one: Verdict, other: Verdict): Verdict {
  const sources = [...new Set([...one.row.sources, ...other.row.sources])];
  const { aws } = one.row;
  const { customer } = other.row;
  const row = { ...one.row, owner: 'shared' as const, ...(aws && { aws }), ...(customer && { customer }), sources, parts: [] };
  return { ...one, control: { ...one.control, title: `${one.control.title}; ${other.control.title}` }, row, owner: 'shared' };
}
