import type { Knowledge, Phrases } from '../knowledge/load.js';
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
  topic: Topic;
}

/** Phrases filed by their terms: by the rarest for those that must be there whole, by all for the rest. */
interface Shelf {
  phrases: Phrase[];
  byRarest: Map<string, Phrase[]>;
  byTerm: Map<string, Phrase[]>;
}

const ORDINARY_WEIGHT = 0.3;
const DECISIVE_FACTOR = 2;
/** A second phrase of the same topic adds this share of the terms that the first did not have. */
const SECOND_PHRASE = 0.35;
/** Terms that stand together as in the phrase are more surely meant than terms from all over the question. */
const TOGETHER = 1.15;
/** Terms of sentences that do not ask, and of names of services. */
const ASIDE = 0.5;
/** What the words of a phrase that are there must weigh at least: one telling word. */
const MIN_PARTLY = 1.6;
/** ... and a single one, where no service is named. */
const SURE_PARTLY = 2.6;

/**
 * Finds what a question is about: the topic with a phrase all of whose terms are in the question. Rare terms weigh more than
 * frequent ones, as in any search index; terms that name a layer ("physical", "hypervisor") most.
 */
export class Topics {
  readonly #general: Shelf = newShelf();
  readonly #ofService = new Map<string, Shelf>();
  readonly #ofServices: Shelf = newShelf();
  readonly #weights = new Map<string, number>();
  readonly #lexicon: Lexicon;

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    const read = knowledge.phrases;
    let at = 0;
    for (const { topic, texts } of topicsOf(knowledge)) {
      const phrases = read?.topics[at++]?.map((terms) => terms.map((term) => read.terms[term] ?? '')) ?? phrasesOf(texts, lexicon);
      for (const shelf of this.#shelvesOf(topic)) for (const terms of phrases) shelf.phrases.push({ terms, topic });
    }
    this.#weigh();
    for (const shelf of [this.#general, this.#ofServices, ...this.#ofService.values()]) this.#file(shelf);
  }

  /** Whether any phrase uses the term. */
  knows(term: string): boolean {
    return this.#weights.has(term);
  }

  /**
   * The topics that a question points to, best first.
   * @param terms the terms of the question
   * @param named terms that belong to the name of a service: they count half, and only beside others
   * @param focus the sentence that asks; terms of other sentences count half
   * @param where the services whose own duties are looked at beside the general ones; `unnamed` looks at those of all services alone
   */
  find(terms: readonly Term[], named: ReadonlySet<Term>, focus: number | undefined, where: readonly string[] | 'unnamed'): Found[] {
    const share = new Map<string, number>();
    for (const term of terms)
      share.set(term.id, Math.max((focus === undefined || term.sentence === focus ? 1 : ASIDE) * (named.has(term) ? ASIDE : 1), share.get(term.id) ?? 0));
    const free = new Set(terms.filter((term) => !named.has(term)).map(({ id }) => id));
    const sequence = terms.map(({ id }) => id);
    const order = ` ${sequence.join(' ')} `;

    const complete: { phrase: Phrase; score: number }[] = [];
    for (const shelf of this.#shelves(where)) {
      for (const term of share.keys()) {
        for (const phrase of shelf.byRarest.get(term) ?? []) {
          if (!phrase.terms.every((one) => share.has(one)) || !phrase.terms.some((one) => free.has(one)) || !this.#partiesStand(phrase.terms, sequence))
            continue;
          complete.push({ phrase, score: this.#sum(phrase.terms, share) * (stand(phrase.terms, order) ? TOGETHER : 1) });
        }
      }
    }
    complete.sort((a, b) => b.score - a.score);
    const found = new Map<Topic, { score: number; terms: Set<string> }>();
    for (const { phrase, score } of complete) {
      const known = found.get(phrase.topic);
      if (!known) found.set(phrase.topic, { score, terms: new Set(phrase.terms) });
      else {
        const added = phrase.terms.filter((term) => !known.terms.has(term));
        known.score += SECOND_PHRASE * this.#sum(added, share);
        for (const term of added) known.terms.add(term);
      }
    }
    return [...found].map(([topic, { score, terms }]) => ({ topic, score, terms })).sort((a, b) => b.score - a.score);
  }

  /**
   * Duties of which a phrase is in the question for the most part: the last resort, for wordings that no phrase foresaw.
   * The words that are there must outweigh those that are missing.
   */
  findPartly(terms: readonly Term[], named: ReadonlySet<Term>, services: readonly string[]): Found[] {
    const share = new Map(terms.filter((term) => !named.has(term)).map(({ id }) => [id, 1]));
    const best = new Map<Topic, Found>();
    for (const shelf of this.#shelves(services)) {
      for (const phrase of new Set([...share.keys()].flatMap((term) => shelf.byTerm.get(term) ?? []))) {
        if (phrase.topic.kind === 'concept') continue;
        // Whose it is must be said where the phrase says it: "our app" is not any app.
        if (phrase.terms.some((term) => this.#lexicon.isParty(term) && !share.has(term))) continue;
        const there = phrase.terms.filter((term) => share.has(term));
        const weight = this.#sum(there, share);
        const part = weight / phrase.terms.reduce((sum, term) => sum + (this.#weights.get(term) ?? 0), 0);
        // Where a service is named, one telling word will do; else it must be a rare one, or two.
        if (weight < MIN_PARTLY || part < 0.5 || (services.length === 0 && there.length < 2 && weight < SURE_PARTLY)) continue;
        const score = weight * part ** 2;
        if (score > (best.get(phrase.topic)?.score ?? 0)) best.set(phrase.topic, { topic: phrase.topic, score, terms: new Set(there), partly: true });
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 5);
  }

  /** "Our" and "AWS" say whose a thing is only beside it: "our staff", not "AWS or our ... the staff of". */
  #partiesStand(terms: readonly string[], sequence: readonly string[]): boolean {
    return terms.every((party) => {
      if (!this.#lexicon.isParty(party) || terms.length === 1) return true;
      return sequence.some(
        (one, index) =>
          one === party &&
          [-1, 1, 2].some((step) => {
            const beside = sequence[index + step];
            return beside !== undefined && beside !== party && terms.includes(beside);
          }),
      );
    });
  }

  #shelves(where: readonly string[] | 'unnamed'): Shelf[] {
    return where === 'unnamed' ? [this.#ofServices] : [this.#general, ...where.flatMap((service) => this.#ofService.get(service) ?? [])];
  }

  #sum(terms: readonly string[], share: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const term of terms) sum += (this.#weights.get(term) ?? 0) * (share.get(term) ?? 0);
    return sum;
  }

  #shelvesOf(topic: Topic): Shelf[] {
    if (topic.kind !== 'service-part') return [this.#general];
    const own = this.#ofService.get(topic.service) ?? newShelf();
    this.#ofService.set(topic.service, own);
    return [own, this.#ofServices];
  }

  /** The rarer a term is among topics, the more it weighs. The phrases of a topic stand one after the other. */
  #weigh(): void {
    const topics = new Map<string, { count: number; last: Topic }>();
    let all = 0;
    let current: Topic | undefined;
    for (const { terms, topic } of [...this.#general.phrases, ...this.#ofServices.phrases]) {
      if (topic !== current) all += 1;
      current = topic;
      for (const term of terms) {
        const seen = topics.get(term);
        if (!seen) topics.set(term, { count: 1, last: topic });
        else if (seen.last !== topic) {
          seen.count += 1;
          seen.last = topic;
        }
      }
    }
    for (const [term, { count }] of topics) {
      const rarity = Math.log(1 + all / count) / 2;
      this.#weights.set(term, this.#lexicon.isDecisive(term) ? rarity * DECISIVE_FACTOR : this.#lexicon.isOrdinary(term) ? ORDINARY_WEIGHT : rarity);
    }
  }

  #file(shelf: Shelf): void {
    for (const phrase of shelf.phrases) {
      const rarest = phrase.terms.reduce((a, b) => ((this.#weights.get(b) ?? 0) > (this.#weights.get(a) ?? 0) ? b : a));
      push(shelf.byRarest, rarest, phrase);
      if (shelf !== this.#ofServices) for (const term of phrase.terms) push(shelf.byTerm, term, phrase);
    }
  }
}

/** Everything that phrases point to, always in the same order. */
function* topicsOf(knowledge: Knowledge): Iterable<{ topic: Topic; texts: readonly string[] }> {
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

/** The phrases of a topic as terms, each set of terms once. The lexicon learns their words. */
function phrasesOf(texts: readonly string[], lexicon: Lexicon): string[][] {
  const phrases = new Map<string, string[]>();
  for (const text of texts) {
    const terms = [...new Set(lexicon.termsOf(text, true).map(({ id }) => id))];
    const key = [...terms].sort().join(' ');
    if (terms.length > 0 && !phrases.has(key)) phrases.set(key, terms);
  }
  return [...phrases.values()];
}

/** Reads every phrase of the knowledge, for the build to keep: at the start of the bot that takes most of the time. */
export function readPhrases(knowledge: Knowledge, lexicon: Lexicon): Phrases {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => {
    const number = numbers.get(term) ?? numbers.size;
    numbers.set(term, number);
    return number;
  };
  const topics = [...topicsOf(knowledge)].map(({ texts }) => phrasesOf(texts, lexicon).map((terms) => terms.map(numberOf)));
  return { terms: [...numbers.keys()], topics, words: [...lexicon.words] };
}

function newShelf(): Shelf {
  return { phrases: [], byRarest: new Map(), byTerm: new Map() };
}

function push(index: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const phrases = index.get(key);
  if (phrases) phrases.push(phrase);
  else index.set(key, [phrase]);
}

function stand(terms: readonly string[], order: string): boolean {
  return terms.length > 1 && order.includes(` ${terms.join(' ')} `);
}
