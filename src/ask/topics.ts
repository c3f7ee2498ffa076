import type { Knowledge } from '../knowledge/load.js';
import type { Lexicon, Term } from './lexicon.js';
import { type Duty, readPhrases, type Topic, topicsOf } from './phrases.js';

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

/** Phrases are numbered, those of one service one after the other: from the first to before the last. */
type Range = readonly [from: number, to: number];

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
 *
 * Terms, phrases and topics are numbers here: there are tens of thousands of phrases, and every question goes through hundreds.
 */
export class Topics {
  readonly #topics: Topic[] = [];
  readonly #terms: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #weights: Float64Array;
  /** "Our" and "AWS". */
  readonly #parties: ReadonlySet<number>;
  readonly #phrases: (readonly number[])[] = [];
  readonly #topicOf: number[] = [];
  readonly #services = new Map<string, Range>();
  /** One past the last phrase that speaks of no service. */
  readonly #general: number;
  /** The phrases by the rarest of their terms. */
  readonly #byRarest: Postings;
  /** ... and by all of them: few questions need it. */
  #byTerm: Postings | undefined;

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    const { terms, topics } = knowledge.phrases ?? readPhrases(knowledge, lexicon);
    this.#terms = terms;
    this.#numbers = new Map(terms.map((term, number) => [term, number]));
    this.#parties = new Set(terms.flatMap((term, number) => (lexicon.isParty(term) ? [number] : [])));
    let general = 0;
    for (const { topic } of topicsOf(knowledge)) {
      const from = this.#phrases.length;
      for (const phrase of topics[this.#topics.length] ?? []) {
        this.#phrases.push(phrase);
        this.#topicOf.push(this.#topics.length);
      }
      this.#topics.push(topic);
      const to = this.#phrases.length;
      if (topic.kind === 'service-part') this.#services.set(topic.service, [this.#services.get(topic.service)?.[0] ?? from, to]);
      else general = to;
    }
    this.#general = general;
    this.#weights = this.#weigh(lexicon);
    this.#byRarest = new Postings(
      terms.length,
      this.#phrases.map((phrase) => [phrase.reduce((a, b) => (this.#weight(b) > this.#weight(a) ? b : a))]),
    );
  }

  /** Whether any phrase uses the term. */
  knows(term: string): boolean {
    return this.#numbers.has(term);
  }

  /**
   * The topics that a question points to, best first.
   * @param terms the terms of the question
   * @param named terms that belong to the name of a service: they count half, and only beside others
   * @param focus the sentence that asks; terms of other sentences count half
   * @param where the services whose own duties are looked at beside the general ones; `unnamed` looks at those of all services alone
   */
  find(terms: readonly Term[], named: ReadonlySet<Term>, focus: number | undefined, where: readonly string[] | 'unnamed'): Found[] {
    // A share of 0 stands for a term that is not in the question.
    const share = new Float64Array(this.#terms.length);
    const free = new Set<number>();
    const sequence = terms.map((term) => {
      const number = this.#numbers.get(term.id) ?? -1;
      const isNamed = named.has(term);
      if (!isNamed) free.add(number);
      if (number >= 0) share[number] = Math.max((focus === undefined || term.sentence === focus ? 1 : ASIDE) * (isNamed ? ASIDE : 1), share[number] ?? 0);
      return number;
    });

    const complete: { number: number; phrase: readonly number[]; score: number }[] = [];
    const asked = new Set(sequence);
    for (const range of this.#ranges(where)) {
      for (const term of asked) {
        this.#byRarest.each(term, range, (number) => {
          const phrase = this.#phrases[number] ?? [];
          for (const one of phrase) if (!share[one]) return;
          if (phrase.some((one) => free.has(one)) && this.#partiesStand(phrase, sequence))
            complete.push({ number, phrase, score: this.#sum(phrase, share) * (stand(phrase, sequence) ? TOGETHER : 1) });
        });
      }
    }
    complete.sort((a, b) => b.score - a.score);
    const found = new Map<number, { score: number; terms: Set<number> }>();
    for (const { number, phrase, score } of complete) {
      const topic = this.#topicOf[number] ?? 0;
      const known = found.get(topic);
      if (!known) found.set(topic, { score, terms: new Set(phrase) });
      else {
        const added = phrase.filter((term) => !known.terms.has(term));
        known.score += SECOND_PHRASE * this.#sum(added, share);
        for (const term of added) known.terms.add(term);
      }
    }
    return [...found].flatMap(([topic, { score, terms }]) => this.#found(topic, score, terms)).sort((a, b) => b.score - a.score);
  }

  /**
   * Duties of which a phrase is in the question for the most part: the last resort, for wordings that no phrase foresaw.
   * The words that are there must outweigh those that are missing.
   */
  findPartly(terms: readonly Term[], named: ReadonlySet<Term>, services: readonly string[]): Found[] {
    this.#byTerm ??= new Postings(this.#terms.length, this.#phrases);
    const asked = new Set(terms.flatMap((term) => (named.has(term) ? [] : (this.#numbers.get(term.id) ?? []))));
    const best = new Map<number, { score: number; there: number[] }>();
    for (const range of this.#ranges(services)) {
      const numbers = new Set<number>();
      for (const term of asked) this.#byTerm.each(term, range, (number) => numbers.add(number));
      for (const number of numbers) {
        const phrase = this.#phrases[number] ?? [];
        // Whose it is must be said where the phrase says it: "our app" is not any app.
        if (phrase.some((term) => this.#parties.has(term) && !asked.has(term))) continue;
        const there = phrase.filter((term) => asked.has(term));
        const weight = this.#sum(there);
        const part = weight / this.#sum(phrase);
        // Where a service is named, one telling word will do; else it must be a rare one, or two.
        if (weight < MIN_PARTLY || part < 0.5 || (services.length === 0 && there.length < 2 && weight < SURE_PARTLY)) continue;
        const score = weight * part ** 2;
        const topic = this.#topicOf[number] ?? 0;
        if (score > (best.get(topic)?.score ?? 0)) best.set(topic, { score, there });
      }
    }
    return [...best]
      .flatMap(([topic, { score, there }]) => this.#found(topic, score, there).filter(isDuty))
      .map((found) => ({ ...found, partly: true }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
  }

  #found(number: number, score: number, terms: Iterable<number>): Found[] {
    const topic = this.#topics[number];
    return topic ? [{ topic, score, terms: new Set([...terms].map((term) => this.#terms[term] ?? '')) }] : [];
  }

  /** "Our" and "AWS" say whose a thing is only beside it: "our staff", not "AWS or our ... the staff of". */
  #partiesStand(phrase: readonly number[], sequence: readonly number[]): boolean {
    return phrase.every((party) => {
      if (!this.#parties.has(party) || phrase.length === 1) return true;
      return sequence.some(
        (one, index) =>
          one === party &&
          [-1, 1, 2].some((step) => {
            const beside = sequence[index + step];
            return beside !== undefined && beside !== party && phrase.includes(beside);
          }),
      );
    });
  }

  #ranges(where: readonly string[] | 'unnamed'): Range[] {
    if (where === 'unnamed') return [[this.#general, this.#phrases.length]];
    return [[0, this.#general], ...where.flatMap((service) => this.#rangeOf(service))];
  }

  #rangeOf(service: string): Range[] {
    const range = this.#services.get(service);
    return range ? [range] : [];
  }

  #weight(term: number): number {
    return this.#weights[term] ?? 0;
  }

  #sum(terms: readonly number[], share?: Float64Array): number {
    let sum = 0;
    for (const term of terms) sum += this.#weight(term) * (share ? (share[term] ?? 0) : 1);
    return sum;
  }

  /** The rarer a term is among topics, the more it weighs. */
  #weigh(lexicon: Lexicon): Float64Array {
    const counts = new Uint32Array(this.#terms.length);
    const last = new Int32Array(this.#terms.length).fill(-1);
    for (const [number, phrase] of this.#phrases.entries()) {
      const topic = this.#topicOf[number] ?? 0;
      for (const term of phrase) {
        if (last[term] === topic) continue;
        last[term] = topic;
        counts[term] = (counts[term] ?? 0) + 1;
      }
    }
    const all = new Set(this.#topicOf).size;
    return Float64Array.from(this.#terms, (term, number) => {
      const rarity = Math.log(1 + all / (counts[number] ?? 1)) / 2;
      return lexicon.isDecisive(term) ? rarity * DECISIVE_FACTOR : lexicon.isOrdinary(term) ? ORDINARY_WEIGHT : rarity;
    });
  }
}

/** Which phrases are filed under each term, in the order of their numbers. */
class Postings {
  readonly #starts: Uint32Array;
  readonly #phrases: Uint32Array;

  constructor(terms: number, filedUnder: readonly (readonly number[])[]) {
    this.#starts = new Uint32Array(terms + 1);
    for (const under of filedUnder) for (const term of under) this.#starts[term + 1] = (this.#starts[term + 1] ?? 0) + 1;
    for (let term = 0; term < terms; term += 1) this.#starts[term + 1] = (this.#starts[term + 1] ?? 0) + (this.#starts[term] ?? 0);
    this.#phrases = new Uint32Array(this.#starts[terms] ?? 0);
    const next = this.#starts.slice();
    for (const [phrase, under] of filedUnder.entries()) {
      for (const term of under) {
        const at = next[term] ?? 0;
        this.#phrases[at] = phrase;
        next[term] = at + 1;
      }
    }
  }

  /** Visits the phrases of a range that are filed under a term. */
  each(term: number, [from, to]: Range, visit: (phrase: number) => void): void {
    if (term < 0) return;
    const end = this.#starts[term + 1] ?? 0;
    let low = this.#starts[term] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#phrases[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < end; at += 1) {
      const phrase = this.#phrases[at] ?? 0;
      if (phrase >= to) break;
      visit(phrase);
    }
  }
}

/** Whether the terms of a phrase stand in a question one after the other. */
function stand(phrase: readonly number[], sequence: readonly number[]): boolean {
  return phrase.length > 1 && sequence.some((_, start) => phrase.every((term, offset) => sequence[start + offset] === term));
}
