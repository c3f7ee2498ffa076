import type { Knowledge } from '../knowledge/load.js';
import { rowOf } from '../knowledge/ownership.js';
import type { Owner } from '../knowledge/schema.js';
import type { Duty } from './phrases.js';
import type { Reading } from './reading.js';
import type { Naming, ServiceFound } from './services-named.js';
import type { Observed } from './understand.js';

/** Longer texts are not questions; their beginning tells enough. */
const MAX_WORDS = 80;
/** What a question begins and ends with tells how it is meant. */
const BEGIN = '<';
const END = '>';
/** A greeting or a thank-you never changes what is asked. */
const POLITE: ReadonlySet<string> = new Set(
  'hi hey hello hiya yo dear team all folks guys everyone please pls plz kindly thanks thank thx ty tia cheers sorry quick question questions q btw fyi lol haha hmm hm um uh ok okay so well'.split(
    ' ',
  ),
);

/**
 * What a statistical reader sees of a question: its words and its terms, alone and in pairs, and the service and model that it names.
 * Names of services are left out of the words, so that what is learned of one service holds for others.
 */
export function featuresOf({ tokens, terms }: Reading, { services }: Pick<Naming, 'services'>, knowledge: Knowledge): string[] {
  const features = new Set<string>();
  const isPolite = (index: number) => POLITE.has(tokens[index]?.word ?? '');
  const isNamed = (from: number, to: number) => services.some((service) => from >= service.from && to <= service.to);
  const words = tokens.slice(0, MAX_WORDS).flatMap(({ word }, index) => (POLITE.has(word) || isNamed(index, index + 1) ? [] : [word]));
  const free = terms.filter(({ from, to }) => from < MAX_WORDS && !isPolite(from) && !isNamed(from, to)).map(({ id }) => id);
  for (const [kind, sequence] of [
    ['word', words],
    ['term', free],
  ] as const) {
    let last = BEGIN;
    for (const one of sequence) {
      features.add(`${kind} ${one}`);
      features.add(`${kind}s ${last} ${one}`);
      last = one;
    }
    features.add(`${kind}s ${last} ${END}`);
  }
  for (const { id } of services.slice(0, 2)) {
    features.add(`service ${id}`);
    features.add(`model ${knowledge.services.get(id)?.model}`);
  }
  if (services.length === 0) features.add('no service');
  return [...features];
}

/** Steps of how well a topic fits, and of the share of a question that is understood. */
const SCORES = [0.5, 1, 1.5, 2, 3, 4.5, 6];
const SHARES = [0.2, 0.4, 0.6, 0.8, 1];

/** What the knowledge makes of a question: its cues, and how well duties and explanations fit. The reader learns how much each is to be trusted. */
export function evidenceOf(query: Observed, knowledge: Knowledge): string[] {
  const { cues, claim, off, machinery, coverage, covered, topics, concepts, services } = query;
  const { aspect, whose, ...flags } = cues;
  const [duty] = topics;
  const [concept] = concepts;
  const [service] = services;
  const owner = duty && ownerOf(duty.topic, service, knowledge);
  return [
    ...Object.entries(flags).flatMap(([cue, there]) => (there ? [`cue ${cue}`] : [])),
    `aspect ${aspect}`,
    `whose ${whose}`,
    `off ${off}`,
    ...(claim ? [`claim ${claim.owner}`] : []),
    ...(machinery ? ['machinery'] : []),
    `coverage ${level(coverage, SHARES)}`,
    `covered ${level(covered, SHARES)}`,
    duty ? `duty ${duty.partly ? 'partly ' : ''}${level(duty.score, SCORES)}` : 'no duty',
    ...(owner ? [`owner ${owner}`, `owner ${owner}${service ? ' of a service' : ''}`] : []),
    concept ? `concept ${level(concept.score, SCORES)}` : 'no concept',
    ...(concept && duty ? [`concept by duty ${level(concept.score / duty.score, SCORES)}`] : []),
  ];
}

function ownerOf(duty: Duty, service: ServiceFound | undefined, knowledge: Knowledge): Owner | undefined {
  if (duty.kind !== 'control') return duty.part.owner;
  return (service && rowOf(knowledge, service.id, duty.control, service.variant)?.owner) ?? knowledge.controls.get(duty.control)?.owner;
}

function level(value: number, steps: readonly number[]): number {
  return steps.filter((step) => value >= step).length;
}

/** What tells explanations apart beside their terms: the words as they are, and terms that follow each other. */
export function phrasingIn(features: readonly string[]): string[] {
  return features.filter((feature) => feature.startsWith('word ') || (feature.startsWith('terms ') && !feature.includes(BEGIN) && !feature.includes(END)));
}

/** A feature that stands for a word itself: one that was never seen says something too. */
export function isTerm(feature: string): boolean {
  return feature.startsWith('term ');
}
