import type { Knowledge } from '../knowledge/load.js';
import type { Answer, Pick } from './answer.js';
import { Replies } from './reply.js';
import type { Topic, TopicFound } from './topics.js';
import { type Query, type ServiceFound, Understanding } from './understand.js';

/** What the conversation was last about, for "and lambda?" and "who patches it?". */
export interface Context {
  service?: string;
  variant?: string;
  control?: string;
}

export interface Bot {
  /** Answers what a person typed. Never throws for a bad question; `text` may be anything, of any length. */
  ask(text: string, context?: Context): Answer;
  /** Answers a button, by the ids in it. Ids that are gone get an `unknown` answer. */
  open(pick: Pick): Answer;
}

export const EXAMPLES = ['s3', 'who patches the OS on RDS?', 'encryption at rest', 'compare ec2 rds lambda', 'what are inherited controls?'];

/** Builds the indexes once; every question after that is answered from memory. */
export function createBot(knowledge: Knowledge): Bot {
  const understanding = new Understanding(knowledge);
  const replies = new Replies(knowledge);

  const unknown = (question: string, reason: Extract<Answer, { kind: 'unknown' }>['reason']): Answer => ({
    kind: 'unknown',
    question,
    reason,
    note: NOTES[reason],
    next: [{ label: 'What can I ask?', pick: { open: 'help' } }],
  });
  const suggest = (query: Query): Answer => {
    const ids = [...query.services.map(({ id }) => ({ id, reason: 'named' })), ...query.candidates];
    const options = [...new Map(ids.map((candidate) => [candidate.id, candidate])).values()].slice(0, 3).flatMap(({ id, reason }) => {
      const service = replies.serviceRef({ id });
      return service ? [{ label: service.name, reason, pick: { open: 'service', id } as const }] : [];
    });
    return options.length > 0 ? { kind: 'suggestions', question: query.text, about: '', options } : unknown(query.text, 'no-match');
  };

  const ask = (text: string, context: Context = {}): Answer => {
    const query = understanding.read(text);
    const { words, services, cues, off, coverage } = query;
    if (words.length === 0) return { kind: 'help', question: text, examples: EXAMPLES };
    if (off === 'gibberish' || off === 'other-cloud') return unknown(text, off === 'gibberish' ? 'gibberish' : 'other-cloud');

    const topic = query.topics.map((found) => ({ ...found, score: found.score * whole(query, found) })).sort((a, b) => b.score - a.score)[0];
    const concept = query.concepts[0];
    if (concept && off !== 'elsewhere' && explains(query, concept, topic)) {
      const answer = concept.topic.kind === 'concept' ? replies.concept(text, concept.topic.concept) : undefined;
      if (answer) return answer;
    }
    if (off === 'not-responsibility' && !cues.outright) {
      const [service] = services;
      const answer = service && replies.service(text, service, NOTES['not-responsibility']);
      return answer ?? unknown(text, 'not-responsibility');
    }
    if (off === 'elsewhere') return unknown(text, 'no-match');

    if (services.length > 0) {
      if (cues.comparison && services.length > 1 && !topic) return replies.comparison(text, services) ?? suggest(query);
      if (topic && (cues.ownership || coverage >= 0.6)) {
        const verdicts = listed(query).flatMap((service) => bestVerdict(query, service) ?? []);
        const answer = replies.verdicts(text, verdicts);
        if (answer) return answer;
      }
      if (coverage < (cues.ownership ? 0.3 : 0.6) && !cues.outright) return suggest(query);
      const list = listed(query);
      return (list.length > 1 ? replies.comparison(text, list) : replies.service(text, list[0] ?? { id: '' })) ?? suggest(query);
    }

    const implied = query.implied[0];
    if (implied && implied.score > 1.3 * (topic?.score ?? 0) && query.telling(implied) > 1 && (cues.ownership || cues.involved) && passes(query, implied)) {
      const verdict = implied.topic.kind === 'service-part' ? replies.verdict(implied.topic, undefined, cues.aspect) : undefined;
      const answer = verdict && replies.verdicts(text, [verdict]);
      if (answer) return answer;
    }
    if (topic && topic.topic.kind !== 'concept' && passes(query, topic)) {
      if (topic.topic.kind === 'control' && !cues.ownership && cues.aspect === undefined) {
        const answer = replies.control(text, topic.topic.control);
        if (answer) return answer;
      }
      const verdict = (cues.aspect === 'whole' ? bothSides(query, undefined, query.topics) : undefined) ?? replies.verdict(topic.topic, undefined, cues.aspect);
      const answer = verdict && replies.verdicts(text, [verdict]);
      if (answer) return answer;
    }
    if (query.candidates.length > 0) return suggest(query);
    if (coverage === 1 && words.length < 6) return { kind: 'help', question: text, examples: EXAMPLES };
    return unknown(text, 'no-match');
  };

  /** The best topic for a service that has a meaning for it; what the service itself says of a duty goes first. */
  const bestVerdict = (query: Query, service: ServiceFound) => {
    const ranked = query.topics
      .filter(({ topic }) => topic.kind !== 'service-part' || topic.service === service.id)
      .map((found) => ({ ...found, score: found.score * (found.topic.kind === 'service-part' ? 1.2 : 1) * whole(query, found) }))
      .sort((a, b) => b.score - a.score);
    if (query.cues.aspect === 'whole') {
      const all = bothSides(query, service, ranked);
      if (all) return all;
    }
    for (const { topic, score } of ranked) {
      if (topic.kind === 'concept' || score < 0.5 * (ranked[0]?.score ?? 0)) continue;
      const verdict = replies.verdict(topic, service, query.cues.aspect);
      if (verdict) return verdict;
    }
    const [first] = ranked;
    return first && first.topic.kind !== 'concept'
      ? replies.verdict(first.topic as Exclude<Topic, { kind: 'concept' }>, undefined, query.cues.aspect)
      : undefined;
  };

  /** "Both ends", "in its entirety": where one half of what is asked is AWS's and the other the customer's, the whole is shared. */
  const bothSides = (query: Query, service: ServiceFound | undefined, ranked: readonly TopicFound[]) => {
    const near = ranked.filter(({ score }) => score >= 0.4 * (ranked[0]?.score ?? 0)).flatMap(({ topic }) => (topic.kind === 'concept' ? [] : (replies.verdict(topic, service, query.cues.aspect) ?? [])));
    const owners = new Set(near.map(({ owner }) => owner));
    const first = near.find(({ row }) => row.aws && row.customer);
    return first && owners.size > 1 ? { ...first, owner: 'shared' as const } : undefined;
  };

  /** A question for everything together is about the control that stands for the whole subject. */
  const whole = ({ cues }: Query, { topic }: TopicFound) => (cues.aspect === 'whole' && topic.kind === 'control' && knowledge.controls.get(topic.control)?.whole ? 3 : 1);

  const open = (pick: Pick): Answer => {
    switch (pick.open) {
      case 'service':
        return replies.service('', pick) ?? unknown('', 'no-match');
      case 'control':
        return replies.control('', pick.id) ?? unknown('', 'no-match');
      case 'concept':
        return replies.concept('', pick.id) ?? unknown('', 'no-match');
      case 'comparison':
        return (
          replies.comparison(
            '',
            pick.ids.map((id) => ({ id })),
          ) ?? unknown('', 'no-match')
        );
      case 'row': {
        const verdict = knowledge.services.has(pick.service)
          ? replies.verdict({ kind: 'control', control: pick.control }, { id: pick.service, ...(pick.variant && { variant: pick.variant }) }, undefined)
          : undefined;
        return (verdict && replies.verdicts('', [verdict])) ?? unknown('', 'no-match');
      }
      case 'help':
        return { kind: 'help', question: '', examples: EXAMPLES };
      default:
        return pick satisfies never;
    }
  };

  return { ask, open };
}

const NOTES = {
  'no-match': 'I found no AWS service or control in that.',
  'not-responsibility': 'That is not a question of responsibility: I do not know prices, limits or how-to.',
  'other-cloud': 'I know the AWS model only; other providers divide the work differently.',
  gibberish: 'I found no words in that.',
} as const;

/** Services that stand side by side ("rds and lambda", "ec2 vs fargate") are all meant; of others, the first. */
function listed({ services, words, cues, topics }: Query): ServiceFound[] {
  const [first] = services;
  if (!first) return [];
  const list = [first];
  for (const service of services.slice(1)) {
    const previous = list.at(-1);
    const between = previous ? words.slice(previous.to, service.from) : [];
    if (
      cues.comparison ||
      service.joined ||
      (between.some((word) => JOINS.has(word)) && between.every((word) => JOINS.has(word) || word === 'aws' || word === 'amazon'))
    )
      list.push(service);
  }
  if (list.length > 1) return list;
  const own = topics.find(({ topic }) => topic.kind === 'service-part')?.topic;
  return [services.find(({ id }) => own?.kind === 'service-part' && own.service === id) ?? first];
}

const JOINS = new Set(['and', 'or', 'vs', 'versus', 'plus', 'nor']);

/** Whether a question without a service is surely about the topic. */
function passes({ cues, coverage, unknown, guessed }: Query, { score, terms }: TopicFound): boolean {
  // A verdict must not hang on a guess at the spelling alone, unless nothing else was said.
  if (coverage < 1 && [...terms].every((term) => guessed.has(term))) return false;
  if (cues.ownership && cues.involved && score >= 2) return coverage >= 0.3;
  if (cues.ownership) return coverage >= 0.45 && score >= (coverage === 1 ? 0.6 : 1) && unknown <= 4;
  if (cues.involved) return coverage >= 0.6 && score >= 1.2;
  return coverage >= 0.75 && (score >= 1.5 || terms.size > 1);
}

/** Whether an explanation is wanted rather than an owner. */
function explains({ cues, coverage, services }: Query, concept: TopicFound, topic: TopicFound | undefined): boolean {
  if (coverage < 0.5 && services.length === 0) return false;
  // Beside a service, "what is ours" asks about the service, not about the model.
  if (services.length > 0 && (concept.score < 2 || !cues.definition)) return false;
  const rival = topic?.score ?? 0;
  if (cues.definition) return concept.score >= rival * 0.8;
  return concept.score > rival * (cues.choice || cues.outright ? 2.5 : cues.ownership ? 1.2 : 1);
}
