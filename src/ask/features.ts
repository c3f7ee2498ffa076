import type { Knowledge } from '../knowledge/load.js';
import type { Reading } from './reading.js';
import type { Naming } from './services-named.js';

/** Longer texts are not questions; their beginning tells enough. */
const MAX_WORDS = 80;
/** A greeting or a thank-you never changes what is asked. */
const POLITE: ReadonlySet<string> = new Set(
  'hi hey hello hiya yo dear team all folks guys everyone please pls plz kindly thanks thank thx ty tia cheers sorry quick question questions q btw fyi lol haha hmm hm um uh ok okay so well'.split(
    ' ',
  ),
);

/**
 * What a statistical reader sees of a question: its words and its terms, alone and in pairs, and the service and model that it names.
 * Names of services are left out of the terms, so that what is learned of one service holds for others.
 */
export function featuresOf({ tokens, terms }: Reading, { services }: Pick<Naming, 'services'>, knowledge: Knowledge): string[] {
  const features = new Set<string>();
  const isPolite = (index: number) => POLITE.has(tokens[index]?.word ?? '');
  const words = tokens.slice(0, MAX_WORDS).flatMap(({ word }) => (POLITE.has(word) ? [] : [word]));
  const free = terms
    .filter(({ from, to }) => from < MAX_WORDS && !isPolite(from) && !services.some((service) => from >= service.from && to <= service.to))
    .map(({ id }) => id);
  for (const [kind, sequence] of [
    ['word', words],
    ['term', free],
  ] as const) {
    let last: string | undefined;
    for (const one of sequence) {
      features.add(`${kind} ${one}`);
      if (last !== undefined) features.add(`${kind}s ${last} ${one}`);
      last = one;
    }
  }
  for (const { id } of services.slice(0, 2)) {
    features.add(`service ${id}`);
    features.add(`model ${knowledge.services.get(id)?.model}`);
  }
  if (services.length === 0) features.add('no service');
  return [...features];
}

/** A feature that stands for a word itself: one that was never seen says something too. */
export function isTerm(feature: string): boolean {
  return feature.startsWith('term ');
}
