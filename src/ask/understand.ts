import type { Knowledge } from '../knowledge/load.js';
import { type Claim, readClaim } from './claim.js';
import type { LikelyConcept } from './concept-reader.js';
import type { Cues } from './cues.js';
import { evidenceOf, featuresOf, phrasingIn } from './features.js';
import type { Leaning } from './leaning.js';
import { Lexicon } from './lexicon.js';
import { fileNames, Names } from './names.js';
import type { Duty, Topic } from './phrases.js';
import { asWritten, focusOf, isDenied, Reader, type Reading } from './reading.js';
import { type ServiceFound, ServicesNamed } from './services-named.js';
import { type Off, PhraseSet, SetAside } from './set-aside.js';
import { type Found, isConcept, isDuty, Topics } from './topics.js';
import type { Wording } from './wording.js';

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
  /** Whose side the wording speaks of, as learned from examples. */
  leaning: Leaning;
  /** The explanations that may be wanted, as learned from examples, the likeliest first. */
  likelyConcepts(): LikelyConcept[];
  /** The share of the words with a subject that were understood: 0 to 1. */
  coverage: number;
  /** The share of them that a name or the best topic accounts for: stricter, for texts that ask nothing outright. */
  covered: number;
  /** Terms read from words whose spelling was corrected. */
  guessed: ReadonlySet<string>;
  /** How many of the terms that point to a topic have a subject of their own. */
  telling(found: Found): number;
  /** Whether one of those stands outside the names of services. */
  isBesideNames(found: Found): boolean;
  /** Whether two are named one after the other, with an "and" between: "the disks and the bucket policy". */
  joined(one: Found, other: Found): boolean;
}

/** What is seen in a question before what was learned is asked. */
export type Observed = Omit<Query, 'leaning' | 'likelyConcepts'>;

/** Reads questions. Built once over the knowledge. */
export class Understanding {
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  readonly #topics: Topics;
  readonly #reader: Reader;
  readonly #named: ServicesNamed;
  readonly #setAside: SetAside;
  readonly #machinery: PhraseSet;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#lexicon = new Lexicon(knowledge.words, knowledge.filed?.words);
    this.#topics = new Topics(knowledge, this.#lexicon);
    const names = new Names(knowledge.filed?.names ?? fileNames(knowledge.services));
    this.#reader = new Reader(this.#lexicon, names);
    this.#named = new ServicesNamed(knowledge, this.#lexicon, names, this.#topics);
    this.#setAside = new SetAside(knowledge.words);
    this.#machinery = new PhraseSet(knowledge.words.machinery);
  }

  /** What a statistical reader sees of a question. */
  features(text: string): string[] {
    return this.#look(text).features;
  }

  /** What tells which explanation a question wants: its terms that have a subject, and its phrasing. */
  signs(text: string): string[] {
    const { terms, features } = this.#look(text);
    return [...terms.keys(), ...phrasingIn(features)];
  }

  /** @param wording what was learned of people's wording */
  read(text: string, { sides, concepts }: Wording): Query {
    const { query, features, terms } = this.#look(text);
    return {
      ...query,
      leaning: sides.leaning(features),
      likelyConcepts: () =>
        concepts
          .likeliest([...terms.keys(), ...phrasingIn(features)])
          .map((likely) => ({ ...likely, signs: likely.signs.flatMap((sign) => terms.get(sign) ?? []) })),
    };
  }

  #look(text: string): { query: Observed; features: string[]; terms: Map<string, string> } {
    const reading = this.#reader.read(text);
    const { tokens, terms, cues, content, corrected } = reading;
    const named = this.#named.find(reading);
    const { services, candidates, certain } = named;
    // "SQS DLQ": of several names of one service, only the first is its name; the rest say what of it is meant.
    const naming = certain.filter((name, index) => certain.findIndex(({ services: [id] }) => id === name.services[0]) === index);
    const nameTerms = new Set(terms.filter(({ from, to }) => naming.some((name) => from >= name.from && to <= name.to)));
    const ids = services.map(({ id }) => id);
    const focus = focusOf(tokens);

    const asked = terms.filter((term) => !isDenied(tokens, term));
    let all = this.#topics.find(asked, nameTerms, focus, ids);
    // Where nothing else says what is asked, the name may: "VPC flow logs".
    if (all.length === 0 && cues.ownership) all = this.#topics.find(asked, new Set(), focus, ids).filter(isDuty);
    if (!all.some(isDuty)) all = [...all, ...this.#topics.findPartly(asked, nameTerms, ids)];
    const topics = all.filter(isDuty);
    const concepts = all.filter(isConcept);
    // A duty of a service that was not named must be much surer than what was found: where that is sure, none can be.
    const implied = services.length === 0 && (topics[0]?.score ?? 0) < SURE ? this.#topics.find(terms, nameTerms, focus, 'unnamed').filter(isDuty) : [];

    const free = new Set(terms.filter((term) => !nameTerms.has(term)).map(({ id }) => id));
    const isTelling = (term: string) => !this.#lexicon.isOrdinary(term) && !/^\d+$/.test(term);
    const accounted = new Set([...(topics[0]?.terms ?? []), ...(concepts[0]?.terms ?? []), ...(implied[0]?.terms ?? []), ...this.#variantTerms(services)]);
    const query = {
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
      off: this.#setAside.reason(reading, named),
      ...this.#coverage(reading, (term) => nameTerms.has(term) || accounted.has(term.id)),
      joined: (one: Found, other: Found) => areJoined(reading, one, other),
      telling: (found: Found) => [...found.terms].filter(isTelling).length,
      isBesideNames: (found: Found) => [...found.terms].some((term) => isTelling(term) && free.has(term)),
      guessed: new Set(content.filter(({ from, to }) => [...corrected].some((index) => index >= from && index < to)).map(({ id }) => id)),
    };
    return {
      query,
      features: [...featuresOf(reading, named, this.#knowledge), ...evidenceOf(query, this.#knowledge)],
      terms: new Map(content.map(({ id, from, to }) => [id, asWritten(reading, from, to)])),
    };
  }

  /** How much of a question is accounted for. A word that the knowledge knows counts a little even where it led nowhere. */
  #coverage({ content, corrected }: Reading, isAccounted: (term: Reading['content'][number]) => boolean): Pick<Query, 'coverage' | 'covered'> {
    let known = 0;
    let covered = 0;
    for (const term of content) {
      if (isAccounted(term)) {
        known += 1;
        covered += 1;
      } else if (this.#topics.knows(term.id) && !corrected.has(term.from)) {
        known += KNOWN_ONLY;
        covered += KNOWN_ONLY;
      }
    }
    const all = content.length;
    return all === 0 ? { coverage: 1, covered: 1 } : { coverage: known / all, covered: covered / all };
  }

  #variantTerms(services: readonly ServiceFound[]): string[] {
    return services.flatMap(({ id, variant }) => {
      const asks = variant === undefined ? [] : (this.#knowledge.services.get(id)?.variants?.[variant]?.asks ?? []);
      return asks.flatMap((ask) => this.#lexicon.termsOf(ask).map((term) => term.id));
    });
  }
}

const JOINING: ReadonlySet<string> = new Set(['and', 'plus', 'n', 'with', 'also', 'well', 'alongside']);

/** Whether what only the one has stands all before what only the other has, and something that joins between. */
function areJoined({ tokens, terms }: Reading, one: Found, other: Found): boolean {
  const places = (found: Found, without: Found) => terms.filter(({ id }) => found.terms.has(id) && !without.terms.has(id)).map(({ from }) => from);
  const [a, b] = [places(one, other), places(other, one)];
  if (a.length === 0 || b.length === 0) return false;
  const [first, second] = Math.max(...a) < Math.min(...b) ? [a, b] : [b, a];
  const [end, start] = [Math.max(...first), Math.min(...second)];
  return tokens.slice(end + 1, start + 1).some(({ word, joined }) => joined || JOINING.has(word));
}

const KNOWN_ONLY = 0.4;
const SURE = 5;
