import { toText } from '../knowledge/bytes.js';
import type { Lists, Phrases } from '../knowledge/filed.js';
import type { Knowledge } from '../knowledge/load.js';
import type { Part } from '../knowledge/schema.js';
import type { Lexicon } from './lexicon.js';

/** A duty: a control, a part of it, or a part of a service's row. */
export type Duty =
  | { kind: 'control'; control: string }
  | { kind: 'control-part'; control: string; part: Omit<Part, 'sources'> & { sources?: string[] | undefined } }
  | { kind: 'service-part'; control: string; part: Part; service: string; variant?: string };

/** What a phrase points to. */
export type Topic = Duty | { kind: 'concept'; concept: string };

/** Everything that phrases point to, always in the same order: first what is general, then service by service. */
export function* topicsOf(knowledge: Knowledge): Iterable<{ topic: Topic; texts: readonly string[] }> {
  for (const [control, { title, asks, parts }] of knowledge.controls) {
    yield { topic: { kind: 'control', control }, texts: [title, ...asks] };
    for (const part of parts ?? []) yield { topic: { kind: 'control-part', control, part }, texts: [part.title, ...part.asks] };
  }
  for (const [concept, { title, asks }] of knowledge.concepts) yield { topic: { kind: 'concept', concept }, texts: [title, ...asks] };
  for (const [service, { controls, variants }] of knowledge.services) {
    const rows: [string | undefined, typeof controls][] = [
      [undefined, controls],
      ...Object.entries(variants ?? {}).map(([id, variant]): [string, typeof controls] => [id, variant.controls]),
    ];
    for (const [variant, given] of rows) {
      for (const [control, row] of Object.entries(given ?? {})) {
        const parts = row === 'none' ? [] : (row.parts ?? []);
        for (const part of parts)
          yield { topic: { kind: 'service-part', control, part, service, ...(variant && { variant }) }, texts: [part.title, ...part.asks] };
      }
    }
  }
}

/** A term that is in nearly every question. */
const ORDINARY_WEIGHT = 0.3;
/** A term that names a layer outright ("physical", "hypervisor"). */
const DECISIVE_FACTOR = 2;

/**
 * Reads every phrase of the knowledge, each set of terms once a topic, and files it. The lexicon learns the words.
 * It takes most of the time of a start, so the build keeps what it gives.
 */
export function filePhrases(knowledge: Knowledge, lexicon: Lexicon): Phrases {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const phrases: number[][] = [];
  const firsts: number[] = [];
  const topicsWith: number[] = [];
  for (const { texts } of topicsOf(knowledge)) {
    firsts.push(phrases.length);
    const own = new Map<string, number[]>();
    for (const text of texts) {
      const terms = [...new Set(lexicon.termsOf(text, true).map(({ id }) => numberOf(id)))];
      const key = [...terms].sort().join(' ');
      if (terms.length > 0 && !own.has(key)) own.set(key, terms);
    }
    phrases.push(...own.values());
    for (const term of new Set([...own.values()].flat())) topicsWith[term] = (topicsWith[term] ?? 0) + 1;
  }
  const terms = [...numbers.keys()];
  // The rarer a term is among topics, the more it weighs.
  const weights = terms.map((term, number) => {
    const rarity = Math.log(1 + firsts.length / (topicsWith[number] ?? 1)) / 2;
    return lexicon.isDecisive(term) ? rarity * DECISIVE_FACTOR : lexicon.isOrdinary(term) ? ORDINARY_WEIGHT : rarity;
  });
  const rarest = phrases.map((phrase) => [phrase.reduce((a, b) => ((weights[b] ?? 0) > (weights[a] ?? 0) ? b : a))]);
  return {
    terms,
    weights,
    firsts,
    phrases: filedOneByOne(phrases),
    byRarest: filedUnder(terms.length, rarest),
    byTerm: filedUnder(terms.length, phrases),
  };
}

/** Lists, one after the other. */
function filedOneByOne(lists: readonly (readonly number[])[]): Lists {
  const starts = [0];
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.length);
  return { starts: toText(Uint32Array.from(starts)), items: toText(Uint32Array.from(lists.flat())) };
}

/** For each number below `size` the places of the lists that it is in, in order. */
function filedUnder(size: number, lists: readonly (readonly number[])[]): Lists {
  const places: number[][] = Array.from({ length: size }, () => []);
  for (const [place, list] of lists.entries()) for (const number of list) places[number]?.push(place);
  return filedOneByOne(places);
}
