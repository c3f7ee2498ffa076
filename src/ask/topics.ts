import { toBytes } from '../knowledge/bytes.js';
import type { Lists } from '../knowledge/filed.js';
import type { Knowledge } from '../knowledge/load.js';
import type { Lexicon, Term } from './lexicon.js';
import { firstFrom } from './ordered.js';
import { type Duty, filePhrases, type Topic, topicsOf } from './phrases.js';

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

/** Phrases from the first to before the last: those of one service stand together. */
type Range = readonly [from: number, to: number];

/** A second phrase of the same topic adds this share of the terms that the first did not have. */
const SECOND_PHRASE = 0.35;
/** Terms that stand together as in the phrase are more surely meant than terms from all over the question. */
const TOGETHER = 1.15;
/** Terms of sentences that do not ask, and of names of services. */
const ASIDE = 0.5;
/** A term that weighs less is in too many phrases to look for one. */
const TELLING = 0.5;
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
  readonly #topics: readonly Topic[];
  readonly #terms: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #weights: Float64Array;
  /** "Our" and "AWS". */
  readonly #parties: ReadonlySet<number>;
  readonly #firsts: Uint32Array;
  readonly #phrases: Filed;
  readonly #byRarest: Filed;
  readonly #byTerm: Filed;
  readonly #services = new Map<string, Range>();
  /** One past the last phrase that speaks of no service. */
  readonly #general: number;
  /** How much each term counts in the question that is looked at; 0, but during a search. */
  readonly #share: Float64Array;

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    const { terms, weights, firsts, phrases, byRarest, byTerm } = knowledge.filed?.phrases ?? filePhrases(knowledge, lexicon);
    this.#topics = Array.from(topicsOf(knowledge), ({ topic }) => topic);
    this.#terms = terms;
    this.#numbers = new Map(terms.map((term, number) => [term, number]));
    this.#weights = Float64Array.from(weights);
    this.#share = new Float64Array(weights.length);
    this.#parties = new Set(terms.flatMap((term, number) => (lexicon.isParty(term) ? [number] : [])));
    this.#firsts = Uint32Array.from(firsts);
    this.#phrases = new Filed(phrases);
    this.#byRarest = new Filed(byRarest);
    this.#byTerm = new Filed(byTerm);
    let general = 0;
    for (const [number, topic] of this.#topics.entries()) {
      const from = firsts[number] ?? 0;
      const to = firsts[number + 1] ?? this.#phrases.size;
      if (topic.kind === 'service-part') this.#services.set(topic.service, [this.#services.get(topic.service)?.[0] ?? from, to]);
      else general = to;
    }
    this.#general = general;
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
    const share = this.#share;
    const free = new Set<number>();
    const sequence = terms.map((term) => {
      const number = this.#numbers.get(term.id) ?? -1;
      const isNamed = named.has(term);
      if (!isNamed) free.add(number);
      if (number >= 0) share[number] = Math.max((focus === undefined || term.sentence === focus ? 1 : ASIDE) * (isNamed ? ASIDE : 1), share[number] ?? 0);
      return number;
    });

    const complete: { number: number; phrase: Uint32Array; score: number }[] = [];
    const asked = new Set(sequence);
    for (const range of this.#ranges(where)) {
      for (const term of asked) {
        for (const number of this.#byRarest.within(term, range)) {
          if (!this.#phrases.all(number, share)) continue;
          const phrase = this.#phrases.list(number);
          if (phrase.some((one) => free.has(one)) && this.#partiesStand(phrase, sequence))
            complete.push({ number, phrase, score: this.#sum(phrase, share) * (stand(phrase, sequence) ? TOGETHER : 1) });
        }
      }
    }
    complete.sort((a, b) => b.score - a.score);
    const found = new Map<number, { score: number; terms: Set<number> }>();
    for (const { number, phrase, score } of complete) {
      const topic = this.#topicOf(number);
      const known = found.get(topic);
      if (!known) found.set(topic, { score, terms: new Set(phrase) });
      else {
        const added = [...phrase].filter((term) => !known.terms.has(term));
        known.score += SECOND_PHRASE * this.#sum(added, share);
        for (const term of added) known.terms.add(term);
      }
    }
    for (const term of asked) share[term] = 0;
    return [...found].flatMap(([topic, { score, terms }]) => this.#found(topic, score, terms)).sort((a, b) => b.score - a.score);
  }

  /**
   * Duties of which a phrase is in the question for the most part: the last resort, for wordings that no phrase foresaw.
   * The words that are there must outweigh those that are missing.
   */
  findPartly(terms: readonly Term[], named: ReadonlySet<Term>, services: readonly string[]): Found[] {
    const asked = new Set(terms.flatMap((term) => (named.has(term) ? [] : (this.#numbers.get(term.id) ?? []))));
    const weights = this.#share;
    for (const term of asked) weights[term] = this.#weight(term);
    const best = new Map<number, { score: number; there: number[] }>();
    for (const range of this.#ranges(services)) {
      const numbers = new Set<number>();
      // Terms that tell little are in thousands of phrases, and never enough.
      for (const term of asked) if (this.#weight(term) >= TELLING) for (const number of this.#byTerm.within(term, range)) numbers.add(number);
      for (const number of numbers) {
        const weight = this.#phrases.sum(number, weights);
        const part = weight / this.#phrases.sum(number, this.#weights);
        if (weight < MIN_PARTLY || part < 0.5) continue;
        const phrase = this.#phrases.list(number);
        const there = [...phrase].filter((term) => asked.has(term));
        // Where a service is named, one telling word will do; else it must be a rare one, or two.
        if (services.length === 0 && there.length < 2 && weight < SURE_PARTLY) continue;
        // Whose it is must be said where the phrase says it: "our app" is not any app.
        if (phrase.some((term) => this.#parties.has(term) && !asked.has(term))) continue;
        const score = weight * part ** 2;
        const topic = this.#topicOf(number);
        if (score > (best.get(topic)?.score ?? 0)) best.set(topic, { score, there });
      }
    }
    for (const term of asked) weights[term] = 0;
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
  #partiesStand(phrase: Uint32Array, sequence: readonly number[]): boolean {
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
    if (where === 'unnamed') return [[this.#general, this.#phrases.size]];
    return [[0, this.#general], ...where.flatMap((service) => this.#rangeOf(service))];
  }

  #rangeOf(service: string): Range[] {
    const range = this.#services.get(service);
    return range ? [range] : [];
  }

  #weight(term: number): number {
    return this.#weights[term] ?? 0;
  }

  #sum(terms: Iterable<number>, share?: Float64Array): number {
    let sum = 0;
    for (const term of terms) sum += this.#weight(term) * (share ? (share[term] ?? 0) : 1);
    return sum;
  }

  /** The topic that a phrase belongs to: the last one that does not begin after it. */
  #topicOf(phrase: number): number {
    return firstFrom(this.#firsts, phrase + 1) - 1;
  }
}

/** Lists of numbers in one row: ten thousands of small arrays would take ten times the memory. */
class Filed {
  readonly #starts: Uint32Array;
  readonly #items: Uint32Array;

  constructor({ starts, items }: Lists) {
    this.#starts = new Uint32Array(toBytes(starts));
    this.#items = new Uint32Array(toBytes(items));
  }

  get size(): number {
    return this.#starts.length - 1;
  }

  list(number: number): Uint32Array {
    return this.#items.subarray(this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0);
  }

  /** Whether every item of a list has a value other than 0. */
  all(number: number, values: Float64Array): boolean {
    const end = this.#starts[number + 1] ?? 0;
    for (let at = this.#starts[number] ?? 0; at < end; at += 1) if (!values[this.#items[at] ?? 0]) return false;
    return true;
  }

  /** The sum of the values of a list's items. */
  sum(number: number, values: Float64Array): number {
    const end = this.#starts[number + 1] ?? 0;
    let sum = 0;
    for (let at = this.#starts[number] ?? 0; at < end; at += 1) sum += values[this.#items[at] ?? 0] ?? 0;
    return sum;
  }

  /** The items of an ordered list that lie in a range; none for a number that has no list. */
  within(number: number, [from, to]: Range): Uint32Array {
    const start = this.#starts[number] ?? 0;
    const end = this.#starts[number + 1] ?? start;
    const first = firstFrom(this.#items, from, start, end);
    return this.#items.subarray(first, firstFrom(this.#items, to, first, end));
  }
}

/** Whether the terms of a phrase stand in a question one after the other. */
function stand(phrase: Uint32Array, sequence: readonly number[]): boolean {
  return phrase.length > 1 && sequence.some((_, start) => phrase.every((term, offset) => sequence[start + offset] === term));
}
