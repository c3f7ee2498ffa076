import type { Knowledge } from '../knowledge/load.js';
import type { Lexicon, Term } from './lexicon.js';
import { type NameFound, type Names, VENDORS } from './names.js';
import { asWritten, type Reading } from './reading.js';
import { type Token, tokenize } from './text.js';
import type { Topics } from './topics.js';

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

/** What the names in a question amount to. */
export interface Naming {
  services: ServiceFound[];
  /** Services of a name that several have on purpose, or of a name that may not be meant. */
  candidates: { id: string; reason: string }[];
  /** The names that were taken for services. */
  certain: readonly NameFound[];
}

const AUXILIARIES: ReadonlySet<string> = new Set(['does', 'do', 'did', 'can', 'could', 'will', 'would', 'should', 'must', 'may']);

/** Decides which names of services in a question are meant as such. */
export class ServicesNamed {
  readonly #knowledge: Knowledge;
  readonly #lexicon: Lexicon;
  readonly #names: Names;
  readonly #topics: Topics;
  readonly #vocabularies = new Map<string, ReadonlySet<string>>();

  constructor(knowledge: Knowledge, lexicon: Lexicon, names: Names, topics: Topics) {
    this.#knowledge = knowledge;
    this.#lexicon = lexicon;
    this.#names = names;
    this.#topics = topics;
  }

  find(reading: Reading): Naming {
    const { tokens, corrected, cues } = reading;
    const found = this.#names.find(tokens, (index) => corrected.has(index));
    const certain = found.filter((name) => this.#isMeant(name, found, reading));
    const ambiguous = certain.filter(({ services }) => services.length > 1);
    const unsure = found.filter((name) => !certain.includes(name) && (name.prefixed || !name.common));
    return {
      services: this.#services(
        certain.filter(({ services }) => services.length === 1),
        tokens,
        cues.comparison,
      ),
      candidates: [...ambiguous, ...unsure].flatMap((name) => name.services.map((id) => ({ id, reason: `"${asWritten(reading, name.from, name.to)}"` }))),
      certain,
    };
  }

  /** A name that is an ordinary word as well counts only where AWS is around it, or nothing else is. */
  #isMeant(name: NameFound, found: readonly NameFound[], { tokens, terms, content, cues, vendor }: Reading): boolean {
    if (!name.common && !(name.corrected && name.to - name.from === 1 && !vendor && !cues.outright && content.length > 2)) return true;
    // "Does AWS support FIPS?" speaks of no service, and an edge location is not Amazon Location Service.
    if (VENDORS.has(tokens[name.from]?.word ?? '') && AUXILIARIES.has(tokens[name.from - 1]?.word ?? '')) return false;
    if (terms.some(({ from, to }) => from <= name.from && to >= name.to && to - from > name.to - name.from)) return false;
    if (name.prefixed && !name.loose) return true;
    const others = content.filter(({ from, to }) => from < name.from || to > name.to);
    const asksWhose = cues.ownership || cues.choice;
    const bare = others.length === 0 && (asksWhose || tokens.length - (name.to - name.from) <= 3);
    if (this.#isTopic(terms, name)) return bare && name.explicit && !name.loose && terms.length <= 3;
    if (bare) return true;
    // "Managed services" without AWS in front are services that are managed.
    if (!name.explicit) return false;
    // "neptune clusters", "x-ray tracing": the rest of the words belong to the service.
    const own = this.#vocabularyOf(name.services);
    if (others.length > 0 && others.every(({ id }) => own.has(id))) return true;
    // "Recognition, the AWS image service" speaks of a service of AWS.
    const asked =
      (asksWhose || (vendor && tokens.some(({ word }) => word === 'service' || word === 'api'))) && !found.some((other) => other !== name && !other.common);
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
}
