import type { Knowledge, Phrases } from '../knowledge/load.js';
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

/**
 * Reads every phrase of the knowledge: as numbers of terms, each set of terms once a topic. The lexicon learns their words.
 * It takes most of the time of a start, so the build keeps what it gives.
 */
export function readPhrases(knowledge: Knowledge, lexicon: Lexicon): Phrases {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const topics = [...topicsOf(knowledge)].map(({ texts }) => {
    const phrases = new Map<string, number[]>();
    for (const text of texts) {
      const terms = [...new Set(lexicon.termsOf(text, true).map(({ id }) => numberOf(id)))];
      const key = [...terms].sort().join(' ');
      if (terms.length > 0 && !phrases.has(key)) phrases.set(key, terms);
    }
    return [...phrases.values()];
  });
  return { terms: [...numbers.keys()], topics, words: [...lexicon.words], stems: [...lexicon.stems] };
}
