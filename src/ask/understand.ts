import type { Knowledge } from '../knowledge/load.js';
import { type Claim, readClaim } from './claim.js';
import { type Cues, readCues } from './cues.js';
import { Lexicon, type Term } from './lexicon.js';
import { type NameFound, Names, VENDORS } from './names.js';
import { Spelling, slips } from './spelling.js';
import { type Token, tokenize } from './text.js';
import { type Duty, type Found, isConcept, isDuty, type Topic, Topics } from './topics.js';

/** A service that a question names, with the variant it speaks of. */
export interface ServiceFound {
  id: string;
  variant?: string;
  formerly?: string;
  /** Where in the question: first word, and one past the last. */
  from: number;
  to: number;
  /** Stands after a comma or slash that follows another service. */
  joined: boolean;
}

/** Why a question is not one for this bot. */
export type Off = 'gibberish' | 'other-cloud' | 'not-responsibility' | 'elsewhere';

/** A question as it was understood. */
export interface Query {
  text: string;
  words: readonly string[];
  services: ServiceFound[];
  /** Services of a name that several have on purpose, or of a name that is also an ordinary word and may not be meant. */
  candidates: { id: string; reason: string }[];
  /** Controls and parts of them, best first. */
  topics: Found<Duty>[];
  /** Parts of services that were not named, best first: only looked for where nothing is named. */
  implied: Found<Duty>[];
  /** Explanations, best first. */
  concepts: Found<Extract<Topic, { kind: 'concept' }>>[];
  cues: Cues;
  /** Speaks of machines: "fleet", "backend", "hosts". */
  machinery: boolean;
  claim: Claim | undefined;
  off: Off | undefined;
  /** The share of the words with a subject that were understood: 0 to 1. */
  coverage: number;
  /** The share of them that a name or the best topic accounts for: stricter, for texts that ask nothing outright. */
  covered: number;
  /** Words with a subject that were not understood. */
  unknown: number;
  /** Terms read from words whose spelling was corrected. */
  guessed: ReadonlySet<string>;
  /** How many of the terms that point to a topic have a subject of their own. */
  telling(found: Found): number;
  /** Whether one of them names a layer outright. */
  decisive(found: Found): boolean;
}

/** Reads questions. Built once over the knowledge. */
export class Understanding {
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  readonly #names: Names;
  readonly #topics: Topics;
  readonly #spelling: Spelling;
  readonly #vocabularies = new Map<string, ReadonlySet<string>>();
  readonly #elsewhere: PhraseSet;
  readonly #otherClouds: PhraseSet;
  readonly #notResponsibility: PhraseSet;
  readonly #machinery: PhraseSet;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#lexicon = new Lexicon(knowledge.words);
    this.#topics = new Topics(knowledge, this.#lexicon);
    this.#names = new Names(knowledge.services);
    this.#spelling = new Spelling([...this.#lexicon.words, ...this.#names.words]);
    this.#elsewhere = new PhraseSet(knowledge.words.elsewhere);
    this.#otherClouds = new PhraseSet(knowledge.words.other_clouds);
    this.#machinery = new PhraseSet(knowledge.words.machinery);
    this.#notResponsibility = new PhraseSet(knowledge.words.not_responsibility);
  }

  read(text: string): Query {
    const written = tokenize(text);
    const corrected = new Set<number>();
    const tokens = written.map((token, index): Token => {
      const correction = corrected.size < MAX_CORRECTIONS ? this.#correction(token.word) : undefined;
      if (correction === undefined) return token;
      corrected.add(index);
      return { ...token, word: correction };
    });
    this.#joinPairs(tokens, corrected);
    const cues = readCues(tokens);
    const terms = this.#lexicon.terms(tokens);
    const found = this.#names.find(tokens, (index) => corrected.has(index));
    const vendor = tokens.some(({ word }) => word === 'aws' || word === 'amazon');
    const content = terms.filter(({ id }) => !this.#lexicon.isOrdinary(id) && !/^\d+$/.test(id));

    const certain = found.filter((name) => this.#isMeant(name, tokens.length, found, terms, content, cues, vendor));
    const nameTerms = new Set(terms.filter(({ from, to }) => certain.some((name) => from >= name.from && to <= name.to)));
    const shared = certain.filter(({ services }) => services.length > 1);
    const services = this.#services(
      certain.filter(({ services }) => services.length === 1),
      tokens,
      cues.comparison,
    );
    const ids = services.map(({ id }) => id);

    const focus = focusOf(tokens);
    const asked = terms.filter((term) => !isDenied(tokens, term));
    let all = this.#topics.find(asked, nameTerms, focus, ids);
    // Where nothing else says what is asked, the name may: "VPC flow logs".
    if (all.length === 0 && cues.ownership) all = this.#topics.find(asked, new Set(), focus, ids).filter(isDuty);
    const addressed = services.length > 0 || (cues.ownership && cues.involved);
    if (addressed && !all.some(isDuty)) all = [...all, ...this.#topics.findPartly(asked, nameTerms, ids)];
    const topics = all.filter(isDuty);
    const concepts = all.filter(isConcept);

    const implied = services.length === 0 ? this.#topics.find(terms, nameTerms, focus, 'unnamed').filter(isDuty) : [];

    const understood = new Set([...(topics[0]?.terms ?? []), ...(concepts[0]?.terms ?? []), ...(implied[0]?.terms ?? [])]);
    const variantWords = new Set(
      services.flatMap(({ id, variant }) =>
        variant ? (this.#knowledge.services.get(id)?.variants?.[variant]?.asks ?? []).flatMap((ask) => this.#lexicon.termsOf(ask).map((term) => term.id)) : [],
      ),
    );
    let known = 0;
    let unknown = 0;
    let covered = 0;
    for (const term of content) {
      if (nameTerms.has(term) || understood.has(term.id) || variantWords.has(term.id)) {
        known += 1;
        covered += 1;
      } else if (this.#topics.knows(term.id) && !corrected.has(term.from)) {
        known += 0.4;
        unknown += 0.6;
      } else unknown += 1;
    }
    const candidates = [...shared, ...found.filter((name) => !certain.includes(name) && (name.prefixed || !name.common))].flatMap((name) =>
      name.services.map((id) => ({
        id,
        reason: `"${written
          .slice(name.from, name.to)
          .map(({ word }) => word)
          .join(' ')}"`,
      })),
    );
    return {
      text,
      words: tokens.map(({ word }) => word),
      services,
      candidates,
      topics,
      implied,
      concepts,
      cues,
      machinery: this.#machinery.in(tokens),
      claim: readClaim(tokens, cues.choice),
      off: this.#off(
        tokens,
        tokens.filter((_, index) => !certain.some(({ from, to }) => index >= from && index < to)),
        services.length > 0 || shared.length > 0,
        certain.some(({ common }) => !common),
        cues,
        vendor,
        topics.length > 0,
        topics.some(({ topic, partly }) => topic.kind === 'service-part' && !partly),
      ),
      coverage: known + unknown === 0 ? 1 : known / (known + unknown),
      covered: content.length === 0 ? 1 : covered / content.length,
      unknown,
      decisive: ({ terms }) => [...terms].some((term) => this.#lexicon.isDecisive(term)),
      telling: ({ terms }) => [...terms].filter((term) => !this.#lexicon.isOrdinary(term) && !/^\d+$/.test(term)).length,
      guessed: new Set(
        content
          .filter(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index).some((index) => corrected.has(index)))
          .map(({ id }) => id),
      ),
    };
  }

  /** "elastic cache" is ElastiCache misspelt: two words that are a name only together and with a slip. */
  #joinPairs(tokens: Token[], corrected: Set<number>): void {
    const named = this.#names.find(tokens, () => false);
    for (let index = 0; index + 1 < tokens.length && index < MAX_CORRECTIONS; index += 1) {
      const [first, second] = [tokens[index], tokens[index + 1]];
      if (named.some(({ from, to, common }) => !common && from < index + 2 && to > index)) continue;
      if (!first || !second || VENDORS.has(first.word) || first.word.length < 3 || second.word.length < 4) continue;
      const joined = first.word + second.word;
      const correction = this.#spelling.correct(joined);
      // A plural is no slip, and of two words only one may be wrong.
      if (correction === undefined || correction === `${joined}s` || this.#names.named(correction).length === 0 || slips(joined, correction, 1) > 1) continue;
      tokens.splice(index, 2, { ...first, word: correction });
      corrected.add(index);
      return;
    }
  }

  /** What a word is a misspelling of. Another form of a known word is none, unless it is nearly a name: "inspecter". */
  #correction(word: string): string | undefined {
    const correction = this.#spelling.correct(word);
    if (correction === undefined || !this.#lexicon.knows(word)) return correction;
    return this.#names.named(correction).length > 0 && slips(word, correction, 1) === 1 && correction.length === word.length ? correction : undefined;
  }

  /** A name that is an ordinary word as well counts only where AWS is around it, or nothing else is. */
  #isMeant(
    name: NameFound,
    words: number,
    found: readonly NameFound[],
    terms: readonly Term[],
    content: readonly Term[],
    cues: Cues,
    vendor: boolean,
  ): boolean {
    if (!name.common && !(name.corrected && name.to - name.from === 1 && !vendor && content.length > 2)) return true;
    if (name.prefixed && !name.loose) return true;
    const others = content.filter(({ from, to }) => from < name.from || to > name.to);
    const bare = others.length === 0 && (cues.ownership || words - (name.to - name.from) <= 3);
    if (this.#isTopic(terms, name)) return bare && name.explicit && !name.loose && terms.length <= 3;
    if (bare) return true;
    // "Managed services" without AWS in front are services that are managed.
    if (!name.explicit) return false;
    // "neptune clusters", "x-ray tracing": the rest of the words belong to the service.
    const own = this.#vocabularyOf(name.services);
    if (others.length > 0 && others.every(({ id }) => own.has(id))) return true;
    const asked = (vendor || cues.ownership) && !found.some((other) => other !== name && !other.common);
    return asked && others.filter(({ id }) => !this.#topics.knows(id)).length === 0;
  }

  /** The terms that the knowledge uses to speak of a service: its names, its summary and its duties. */
  #vocabularyOf(ids: readonly string[]): ReadonlySet<string> {
    const key = ids.join(' ');
    let terms = this.#vocabularies.get(key);
    if (!terms) {
      const texts = ids.flatMap((id) => {
        const service = this.#knowledge.services.get(id);
        const rows = Object.values(service?.controls ?? {}).flatMap((row) => (row === 'none' ? [] : (row.parts ?? [])));
        return service
          ? [service.name, service.summary, service.category, ...(service.aliases ?? []), ...rows.flatMap(({ asks, title }) => [title, ...asks])]
          : [];
      });
      terms = new Set(texts.flatMap((text) => this.#lexicon.termsOf(text).map((term) => term.id)));
      this.#vocabularies.set(key, terms);
    }
    return terms;
  }

  /** "backup" alone is the control, not AWS Backup. */
  #isTopic(terms: readonly Term[], name: NameFound): boolean {
    const own = terms.filter(({ from, to }) => from >= name.from && to <= name.to);
    return this.#topics
      .find(own, new Set(), undefined, [])
      .some(({ topic, terms: matched }) => topic.kind !== 'control-part' && own.every(({ id }) => matched.has(id)));
  }

  /** One entry a service, in the order of the question; a name that chooses a variant of another service is not a service of its own. */
  #services(names: readonly NameFound[], tokens: readonly Token[], comparison: boolean): ServiceFound[] {
    const found = new Map<string, ServiceFound>();
    for (const { services, formerly, from, to } of names) {
      const id = services[0];
      if (id !== undefined && !found.has(id))
        found.set(id, {
          id,
          from,
          to,
          joined: tokens[from]?.joined === true && names.some((name) => name.to === from),
          ...(formerly !== undefined && { formerly }),
        });
    }
    for (const service of [...found.values()]) {
      if (!found.has(service.id)) continue;
      for (const [variantId, variant] of Object.entries(this.#knowledge.services.get(service.id)?.variants ?? {})) {
        const ask = variant.asks.find((ask) => this.#chooses(ask, service, tokens));
        if (ask === undefined) continue;
        const same = this.#names.named(ask)[0];
        if (comparison && same !== undefined) continue;
        if (same !== undefined && same !== service.id) found.delete(same);
        found.delete(service.id);
        const chosen = { ...service, ...(variant.service ? { id: variant.service } : { variant: variantId }) };
        if (!found.has(chosen.id)) found.set(chosen.id, chosen);
        break;
      }
    }
    return [...found.values()];
  }

  /** A word alone chooses a variant only right after the name ("RDS Custom", not "custom parameter group"), or if it is a name itself. */
  #chooses(ask: string, service: ServiceFound, tokens: readonly Token[]): boolean {
    const words = tokenize(ask).map(({ word }) => word);
    // "Custom Rust runtime" is a custom runtime: one word may stand between.
    const at = tokens.findIndex(
      (_, index) =>
        words.every((word, offset) => tokens[index + offset]?.word === word) ||
        (words.length === 2 && tokens[index]?.word === words[0] && tokens[index + 2]?.word === words[1]),
    );
    return at >= 0 && (words.length > 1 || at === service.to || (at >= service.from && at < service.to) || this.#names.named(ask).length > 0);
  }

  #off(
    tokens: readonly Token[],
    besides: readonly Token[],
    named: boolean,
    surely: boolean,
    cues: Cues,
    vendor: boolean,
    topic: boolean,
    own: boolean,
  ): Off | undefined {
    if (tokens.length === 0 || tokens.every(({ word }) => isGibberish(word))) return 'gibberish';
    if ((!surely || !vendor) && this.#otherClouds.in(besides)) return 'other-cloud';
    if (this.#notResponsibility.in(besides)) return 'not-responsibility';
    if (cues.report && !named) return 'elsewhere';
    if (!(named && (cues.outright || own)) && !(vendor && topic) && this.#elsewhere.in(besides)) return 'elsewhere';
    return undefined;
  }
}

const MAX_CORRECTIONS = 24;

/** The sentence that asks: the last one with a question word, else undefined. */
function focusOf(tokens: readonly Token[]): number | undefined {
  let focus: number | undefined;
  for (const { word, sentence } of tokens) if (/^(who|whos|whose|is|are|does|do|whom|must|should)$/.test(word)) focus = sentence;
  return (tokens.at(-1)?.sentence ?? 0) > 0 ? focus : undefined;
}

/** Stands in a clause that is set aside: "not our router", "leaving the rules aside". */
function isDenied(tokens: readonly Token[], { from, sentence }: Term): boolean {
  let start = from;
  while (start > 0 && !tokens[start]?.opens && tokens[start - 1]?.sentence === sentence) start -= 1;
  const first = tokens[start]?.word ?? '';
  const second = tokens[start + 1]?.word ?? '';
  return (
    (first === 'not' && second !== 'sure') ||
    (first === 'leaving' && tokens.slice(start, start + 6).some(({ word }) => word === 'aside')) ||
    (first === 'apart' && second === 'from')
  );
}

/** One letter over and over. */
function isGibberish(word: string): boolean {
  return /^(.)\1{3,}$/.test(word);
}

/** Finds fixed phrases in a row of words. */
class PhraseSet {
  readonly #phrases = new Set<string>();
  #longest = 0;

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = tokenize(phrase).map(({ word }) => word);
      this.#longest = Math.max(this.#longest, words.length);
      this.#phrases.add(words.join(' '));
    }
  }

  in(tokens: readonly Token[]): boolean {
    for (let from = 0; from < tokens.length; from += 1) {
      let key = '';
      for (let length = 1; length <= this.#longest; length += 1) {
        const token = tokens[from + length - 1];
        if (!token) break;
        key = key ? `${key} ${token.word}` : token.word;
        if (this.#phrases.has(key)) return true;
      }
    }
    return false;
  }
}
