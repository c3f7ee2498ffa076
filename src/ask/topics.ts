import type { Knowledge } from '../knowledge/load.js';
import type { Part } from '../knowledge/schema.js';
import type { Lexicon, Term } from './lexicon.js';

/** A duty: a control, a part of it, or a part of a service's row. */
export type Duty =
  | { kind: 'control'; control: string }
  | { kind: 'control-part'; control: string; part: Omit<Part, 'sources'> & { sources?: string[] | undefined } }
  | { kind: 'service-part'; control: string; part: Part; service: string; variant?: string };

/** What a phrase points to. */
export type Topic = Duty | { kind: 'concept'; concept: string };

/** A topic that a question points to, and the terms of the question that did. */
export interface Found<T extends Topic = Topic> {
  topic: T;
  score: number;
  terms: ReadonlySet<string>;
  /** No phrase is there whole. */
  partly?: boolean;
}

export const isDuty = (found: Found): found is Found<Duty> => found.topic.kind !== 'concept';
export const isConcept = (found: Found): found is Found<Extract<Topic, { kind: 'concept' }>> => found.topic.kind === 'concept';

interface Phrase {
  terms: readonly string[];
  topic: number;
}

/** What the words of a phrase that are there must weigh at least: one telling word. */
const MIN_PARTLY = 1.6;

/** Terms that stand together as in the phrase are more surely meant than terms from all over the question. */
const TOGETHER = 1.15;

const ORDINARY_WEIGHT = 0.3;
const DECISIVE_FACTOR = 1.6;
/** A second phrase of the same topic adds this share of the terms that the first did not have. */
const SECOND_PHRASE = 0.35;

/**
 * Finds what a question is about: the topic with a phrase all of whose terms are in the question. Rare terms weigh more than
 * frequent ones, as in any search index; terms that name a layer ("physical", "hypervisor") most.
 */
export class Topics {
  readonly #topics: Topic[] = [];
  readonly #phrases: Phrase[] = [];
  readonly #byTerm = new Map<string, number[]>();
  readonly #weights = new Map<string, number>();
  readonly #lexicon: Lexicon;

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const [control, { title, asks, parts }] of knowledge.controls) {
      this.#add({ kind: 'control', control }, [title, ...asks]);
      for (const part of parts ?? []) this.#add({ kind: 'control-part', control, part }, [part.title, ...part.asks]);
    }
    for (const [concept, { title, asks }] of knowledge.concepts) this.#add({ kind: 'concept', concept }, [title, ...asks]);
    for (const [service, { controls, variants }] of knowledge.services) {
      const rows: [string | undefined, typeof controls][] = [
        [undefined, controls],
        ...Object.entries(variants ?? {}).map(([id, { controls }]): [string, typeof controls] => [id, controls]),
      ];
      for (const [variant, given] of rows) {
        for (const [control, row] of Object.entries(given ?? {})) {
          if (row === 'none') continue;
          for (const part of row.parts ?? [])
            this.#add({ kind: 'service-part', control, part, service, ...(variant && { variant }) }, [part.title, ...part.asks]);
        }
      }
    }
    const topicsWith = new Map<string, Set<number>>();
    for (const { terms, topic } of this.#phrases) {
      for (const term of terms) {
        const topics = topicsWith.get(term) ?? new Set();
        topicsWith.set(term, topics.add(topic));
      }
    }
    for (const [term, topics] of topicsWith) {
      const rarity = Math.log(1 + this.#topics.length / topics.size) / 2;
      this.#weights.set(term, lexicon.isDecisive(term) ? rarity * DECISIVE_FACTOR : lexicon.isOrdinary(term) ? ORDINARY_WEIGHT : rarity);
    }
  }

  /** Whether any phrase uses the term. */
  knows(term: string): boolean {
    return this.#weights.has(term);
  }

  /**
   * The topics that a question points to, best first.
   * @param terms the terms of the question
   * @param named terms that belong to the name of a service: they count only beside others
   * @param focus the sentence that asks; terms of other sentences count half
   * @param wanted which topics to look at
   */
  find(terms: readonly Term[], named: ReadonlySet<Term>, focus: number | undefined, wanted: (topic: Topic) => boolean): Found[] {
    const inQuestion = new Map<string, number>();
    for (const term of terms) {
      const share = (focus === undefined || term.sentence === focus ? 1 : 0.5) * (named.has(term) ? 0.5 : 1);
      inQuestion.set(term.id, Math.max(share, inQuestion.get(term.id) ?? 0));
    }
    const order = ` ${terms.map(({ id }) => id).join(' ')} `;
    const free = new Set(terms.filter((term) => !named.has(term)).map(({ id }) => id));
    const hits = new Map<number, number>();
    for (const term of inQuestion.keys()) for (const phrase of this.#byTerm.get(term) ?? []) hits.set(phrase, (hits.get(phrase) ?? 0) + 1);

    const best = new Map<number, { score: number; terms: Set<string> }>();
    const complete: { phrase: Phrase; score: number }[] = [];
    for (const [index, count] of hits) {
      const phrase = this.#phrases[index];
      if (!phrase || count < phrase.terms.length) continue;
      const topic = this.#topics[phrase.topic];
      if (!topic || !wanted(topic) || !phrase.terms.some((term) => free.has(term))) continue;
      complete.push({ phrase, score: this.#sum(phrase.terms, inQuestion) * (stands(phrase.terms, order) ? TOGETHER : 1) });
    }
    complete.sort((a, b) => b.score - a.score);
    for (const { phrase, score } of complete) {
      const known = best.get(phrase.topic);
      if (!known) best.set(phrase.topic, { score, terms: new Set(phrase.terms) });
      else {
        const added = phrase.terms.filter((term) => !known.terms.has(term));
        known.score += SECOND_PHRASE * this.#sum(added, inQuestion);
        for (const term of added) known.terms.add(term);
      }
    }
    const found: Found[] = [];
    for (const [index, { score, terms }] of best) {
      const topic = this.#topics[index];
      if (topic) found.push({ topic, score, terms });
    }
    return found.sort((a, b) => b.score - a.score);
  }

  /**
   * Topics of which a phrase is in the question for the most part: the last resort, for wordings that no phrase foresaw.
   * The words that are there must outweigh those that are missing.
   */
  findPartly(terms: readonly Term[], named: ReadonlySet<Term>, wanted: (topic: Topic) => boolean): Found[] {
    const inQuestion = new Map(terms.filter((term) => !named.has(term)).map(({ id }) => [id, 1]));
    const phrases = new Set([...inQuestion.keys()].flatMap((term) => this.#byTerm.get(term) ?? []));
    const best = new Map<number, Found>();
    for (const index of phrases) {
      const phrase = this.#phrases[index];
      const topic = phrase && this.#topics[phrase.topic];
      if (!phrase || !topic || topic.kind === 'concept' || !wanted(topic)) continue;
      // Whose it is must be said where the phrase says it: "our app" is not any app.
      if (phrase.terms.some((term) => this.#lexicon.isParty(term) && !inQuestion.has(term))) continue;
      const there = phrase.terms.filter((term) => inQuestion.has(term));
      const [weight, all] = [this.#sum(there, inQuestion), phrase.terms.reduce((sum, term) => sum + (this.#weights.get(term) ?? 0), 0)];
      if (weight < MIN_PARTLY || weight / all < 0.5) continue;
      const score = weight * (weight / all) ** 2;
      if (score > (best.get(phrase.topic)?.score ?? 0)) best.set(phrase.topic, { topic, score, terms: new Set(there), partly: true });
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 5);
  }

  #sum(terms: readonly string[], inQuestion: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const term of terms) sum += (this.#weights.get(term) ?? 0) * (inQuestion.get(term) ?? 0);
    return sum;
  }

  #add(topic: Topic, phrases: readonly string[]): void {
    const index = this.#topics.push(topic) - 1;
    const seen = new Set<string>();
    for (const text of phrases) {
      const terms = [...new Set(this.#lexicon.termsOf(text, true).map(({ id }) => id))];
      const key = [...terms].sort().join(' ');
      if (terms.length === 0 || seen.has(key)) continue;
      seen.add(key);
      const phrase = this.#phrases.push({ terms, topic: index }) - 1;
      for (const term of terms) {
        const phrases = this.#byTerm.get(term);
        if (phrases) phrases.push(phrase);
        else this.#byTerm.set(term, [phrase]);
      }
    }
  }
}

function stands(terms: readonly string[], order: string): boolean {
  return terms.length > 1 && order.includes(` ${terms.join(' ')} `);
}
