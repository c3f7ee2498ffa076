import type { Knowledge } from '../knowledge/load.js';
import type { Answer, Next, Verdict } from './answer.js';
import { replyTo } from './claim.js';
import { Duties, nearest } from './duties.js';
import { findFramework } from './frameworks.js';
import type { Leaning } from './leaning.js';
import type { Replies } from './reply.js';
import type { ServiceFound } from './services-named.js';
import {
  agreement,
  asksFor,
  asksOwner,
  BARE,
  CONCEIVABLE,
  CONTRARY,
  EXPLAINED,
  EXPLAINED_NAMED,
  isForNobody,
  LIKELIER,
  NEAR,
  PLAUSIBLE,
  passes,
  SURELY,
  sidesOf,
  TOGETHER,
  wantsExplanation,
} from './sureness.js';
import type { Query } from './understand.js';

/** What the conversation was last about, for "and lambda?" and "who patches it?". */
export interface Context {
  service?: string;
  variant?: string;
  control?: string;
}

export const EXAMPLES = ['s3', 'who patches the OS on RDS?', 'encryption at rest', 'compare ec2 rds lambda', 'what are inherited controls?'];

const NOTES = {
  'no-match': 'I found no AWS service or control in that.',
  'not-responsibility': 'That is not a question of responsibility: I do not know prices, limits or how-to.',
  'other-cloud': 'I know the AWS model only; other providers divide the work differently.',
  gibberish: 'I found no words in that.',
} as const;

/** A duty of a service that was not named must fit this much better than a control. */
const IMPLIED = 1.8;

export function unknown(question: string, reason: keyof typeof NOTES, next: readonly Next[] = []): Answer {
  return { kind: 'unknown', question, reason, note: NOTES[reason], next: [...next, { label: 'What can I ask?', pick: { open: 'help' } }] };
}

/** Decides which answer a question gets, and whether it is sure enough to name an owner at all. */
export class Decision {
  readonly #knowledge: Knowledge;
  readonly #replies: Replies;
  readonly #duties: Duties;

  constructor(knowledge: Knowledge, replies: Replies) {
    this.#knowledge = knowledge;
    this.#replies = replies;
    this.#duties = new Duties(knowledge, replies);
  }

  answer(asked: Query, context: Context): Answer {
    const { text, words, off, cues } = asked;
    if (words.length === 0) return { kind: 'help', question: text, examples: EXAMPLES };
    if (off === 'gibberish' || off === 'other-cloud') return unknown(text, off);
    const framework = cues.outright ? undefined : findFramework(text, this.#knowledge);
    if (framework) return this.#replies.framework(text, framework) ?? unknown(text, 'no-match');
    const query = this.#withContext(asked, context);
    const explained = this.#explanation(query);
    if (explained) return explained;
    if (off === 'not-responsibility' && !asksOwner(query)) {
      // "What is the difference between ECS and EKS" can at least be told of who does what.
      if (cues.comparison && query.services.length > 1) return this.#replies.comparison(text, query.services) ?? unknown(text, 'not-responsibility');
      const [service] = query.services;
      if (service && isForNobody(query)) return unknown(text, 'not-responsibility', this.#replies.opening(service));
      return (service && this.#replies.service(text, service, NOTES['not-responsibility'])) ?? unknown(text, 'not-responsibility');
    }
    if (isForNobody(query)) return this.#suggestions(query) ?? this.#lost(query);
    return (query.services.length > 0 ? this.#aboutServices(query, context) : this.#inGeneral(query)) ?? this.#suggestions(query) ?? this.#lost(query);
  }

  /** "Who patches it?" is about the service that was spoken of last. */
  #withContext(query: Query, { service, variant }: Context): Query {
    if (query.services.length > 0 || service === undefined || !this.#knowledge.services.has(service)) return query;
    if (!query.cues.followUp && query.words.length > 4) return query;
    return { ...query, services: [{ id: service, from: 0, to: 0, joined: false, ...(variant !== undefined && { variant }) }] };
  }

  #explanation(query: Query): Answer | undefined {
    const { text, leaning, services } = query;
    const [concept] = query.concepts;
    const [duty] = this.#duties.ranked(query);
    const isProgram = duty !== undefined && this.#knowledge.controls.get(duty.topic.control)?.group === 'governance';
    // "Neptune, what is left for us to do" asks about Neptune, not about the model.
    const [service] = services;
    if (service && concept && SIDES_OF_THE_MODEL.has(concept.topic.concept))
      return query.cues.definition && !query.cues.outright && services.length === 1 ? this.#replies.service(text, service) : undefined;
    if (concept && wantsExplanation(query, concept, duty, isProgram)) return this.#replies.concept(text, likeliest(query, concept));
    // No phrase is there, but the wording asks for something explained.
    const isAsked = duty !== undefined && !duty.partly && (query.cues.choice || query.claim !== undefined);
    if (services.length > 0 || leaning.explanation < (isAsked ? EXPLAINED_NAMED : EXPLAINED)) return undefined;
    const likely = query.likelyConcepts();
    const [first] = likely;
    if (!first) return undefined;
    // "What is a hypervisor?" is answered by the duty that has the word.
    const isNamed = duty !== undefined && !duty.partly && query.covered === 1;
    if (first.likelihood > (isNamed ? LIKELIER : PLAUSIBLE)) return this.#replies.concept(text, first.concept);
    // Not one of which nobody could say what brought it up.
    const offered = likely.slice(0, MAX_OPTIONS).filter(({ likelihood, signs }) => likelihood > CONCEIVABLE && signs.length > 0);
    return isNamed ? undefined : this.#replies.conceptOptions(text, offered);
  }

  #aboutServices(query: Query, context: Context): Answer | undefined {
    const { text, cues, coverage, services } = query;
    const listed = this.#listed(query);
    const ranked = this.#duties.ranked(query);
    const [duty] = ranked;
    // "Aurora or DynamoDB for a chat app?" asks which to take, not who owns what.
    if (!cues.ownership && !cues.comparison && listed.length > 1 && query.words.includes('or')) return unknown(text, 'not-responsibility');
    if (cues.comparison && services.length > 1 && !duty) return this.#replies.comparison(text, services);
    const isWeak = !duty || duty.partly || duty.score < 1;
    if (isWeak && (query.machinery || (!duty && cues.outright && query.leaning.aws > SURELY))) {
      const answer = this.#verdicts(
        query,
        listed
          .filter(({ id }) => this.#knowledge.services.get(id)?.model === 'abstract' || query.leaning.aws > SURELY)
          .flatMap((service) => this.#replies.verdict({ kind: 'control', control: 'service-operation' }, service) ?? []),
      );
      if (answer) return answer;
    }
    // Of several services each may be another's: the wording leans to none where it leans to neither side, or asks for one duty of all.
    const isOne = new Set(nearest(ranked, NEAR).map(({ topic }) => topic.control)).size === 1;
    const each = listed.length > 1 && (isOne || query.leaning.shared < TOGETHER) ? { ...query, leaning: IMPARTIAL } : query;
    // "EC2 vs Fargate patching": nothing but the services and the duty.
    const isCompared = cues.comparison && listed.length > 1 && duty?.partly !== true && query.covered === 1;
    if (duty && (isCompared || asksFor(query, duty))) {
      const answer = this.#verdicts(
        query,
        listed.flatMap((service) => this.#verdictFor(each, service) ?? []),
      );
      if (answer) return answer;
    }
    if (!duty && cues.followUp && context.control !== undefined && this.#knowledge.controls.has(context.control)) {
      const control = context.control;
      const answer = this.#verdicts(
        query,
        listed.flatMap((service) => this.#replies.verdict({ kind: 'control', control }, service) ?? []),
      );
      if (answer) return answer;
    }
    if (coverage < (cues.ownership ? 0.4 : 0.6)) return this.#suggestions(query);
    const [first] = listed;
    return listed.length > 1 ? this.#replies.comparison(text, listed) : first && this.#replies.service(text, first);
  }

  #inGeneral(query: Query): Answer | undefined {
    const { text, cues, implied } = query;
    const [duty] = this.#duties.ranked(query);
    const [other] = implied;
    if (other && other.score > IMPLIED * (duty?.score ?? 0) && query.telling(other) > 1 && (cues.ownership || cues.involved) && passes(query, other)) {
      const verdict = this.#replies.verdict(other.topic, undefined, sidesOf(query));
      // Nobody named that service: the wording must at least not speak against it.
      if (verdict && agreement(query.leaning, verdict.owner) > CONTRARY) return this.#verdicts(query, [verdict]);
    }
    if (!duty || !passes(query, duty)) return undefined;
    const { surely } = sidesOf(query);
    const isOtherSide = surely !== undefined && surely !== this.#knowledge.controls.get(duty.topic.control)?.owner && query.words.length > BARE;
    const asksForSide = cues.ownership || query.claim !== undefined || cues.whose !== undefined || cues.aspect !== undefined || isOtherSide;
    if (duty.topic.kind === 'control' && !asksForSide && query.leaning.shared < TOGETHER) return this.#replies.control(text, duty.topic.control);
    const verdict = this.#duties.verdict(query);
    return verdict && this.#verdicts(query, [verdict]);
  }

  #verdicts({ text, claim }: Query, verdicts: readonly Verdict[]): Answer | undefined {
    const owner = verdicts[0]?.owner;
    const reply = claim && owner && verdicts.every((verdict) => verdict.owner === owner) ? replyTo(claim, owner) : undefined;
    return this.#replies.verdicts(text, verdicts, reply);
  }

  /** The best duty that has a meaning for the service; where it has none, what holds in general, if something beside the name asks for it. */
  #verdictFor(query: Query, service: ServiceFound): Verdict | undefined {
    const [first] = this.#duties.ranked(query, service);
    const isAsked = first !== undefined && query.cues.ownership && query.isBesideNames(first);
    return this.#duties.verdict(query, service) ?? (isAsked ? this.#replies.verdict(first.topic, undefined, sidesOf(query)) : undefined);
  }

  /** Services that stand side by side ("rds and lambda", "ec2 vs fargate") are all meant; of others, the one whose duty it is, or the first. */
  #listed({ services, words, cues, topics }: Query): ServiceFound[] {
    const [first] = services;
    if (!first) return [];
    const list = [first];
    for (const service of services.slice(1)) {
      const previous = list.at(-1);
      const between = previous ? words.slice(previous.to, service.from) : [];
      const joined = between.some((word) => JOINS.has(word)) && between.every((word) => JOINS.has(word) || word === 'aws' || word === 'amazon');
      if (cues.comparison || service.joined || joined) list.push(service);
    }
    if (list.length > 1) return list;
    const own = topics.map(({ topic }) => topic).find((topic) => topic.kind === 'service-part');
    return [services.find(({ id }) => own?.service === id) ?? first];
  }

  /** Up to three services that may be meant, each with the words that brought it up. */
  #suggestions({ text, services, candidates }: Query): Answer | undefined {
    const ids = [...services.map(({ id }) => ({ id, reason: 'named in the question' })), ...candidates];
    const options = [...new Map(ids.map((candidate) => [candidate.id, candidate])).values()].slice(0, MAX_OPTIONS).flatMap(({ id, reason }) => {
      const service = this.#replies.serviceRef({ id });
      return service ? [{ label: service.name, reason, pick: { open: 'service', id } as const }] : [];
    });
    return options.length > 0 ? { kind: 'suggestions', question: text, options } : undefined;
  }

  #lost({ text, words, coverage }: Query): Answer {
    return coverage === 1 && words.length < 6 ? { kind: 'help', question: text, examples: EXAMPLES } : unknown(text, 'no-match');
  }
}

/** Of the explanations that have a phrase in the question, and those that its wording suggests, the one for which both together speak most. */
function likeliest({ concepts, likelyConcepts }: Query, first: Query['concepts'][number]): string {
  const fits = new Map(concepts.map(({ topic, score }) => [topic.concept, score]));
  const likelihoods = new Map(likelyConcepts().map(({ concept, likelihood }) => [concept, likelihood]));
  const value = (concept: string) => Math.log((likelihoods.get(concept) ?? 0) + UNFORESEEN) + (fits.get(concept) ?? 0);
  return [...fits.keys(), ...likelihoods.keys()].reduce((best, one) => (value(one) > value(best) ? one : best), first.topic.concept);
}

/** How likely an explanation is of which no example has a word of the question. */
const UNFORESEEN = 0.005;
const SIDES_OF_THE_MODEL: ReadonlySet<string> = new Set(['aws-responsibilities', 'customer-responsibilities']);
const MAX_OPTIONS = 3;
const IMPARTIAL: Leaning = { aws: 1 / 3, customer: 1 / 3, shared: 1 / 3, explanation: 0, nobody: 0 };
const JOINS = new Set(['and', 'or', 'vs', 'versus', 'plus', 'nor']);
