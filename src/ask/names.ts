import type { FiledNames, NameEntry } from '../knowledge/filed.js';
import type { Service } from '../knowledge/schema.js';
import { firstFrom } from './ordered.js';
import { stemOf } from './stem.js';
import { type Token, tokenize } from './text.js';

/** A name of a service, found in a question. */
export interface NameFound {
  /** The services that have this name: more than one only where a name is shared on purpose. */
  services: readonly string[];
  /** Set where the name is one that the service had before. */
  formerly?: string;
  /** An ordinary word as well: it needs AWS around it. */
  common: boolean;
  /** Preceded by AWS or Amazon, or has it in the name. */
  prefixed: boolean;
  /** Found by its stems only: "load balancer" for Load Balancing, but also "patch management" for Patch Manager. */
  loose: boolean;
  /** Written as an alias, not only as the rest of a name without AWS or Amazon. */
  explicit: boolean;
  /** Was misspelt. */
  corrected: boolean;
  from: number;
  to: number;
}

const LONGEST_NAME = 8;
const SHORTEST_NAME = 2;
export const VENDORS: ReadonlySet<string> = new Set(['aws', 'amazon']);

/**
 * Finds names of services in a row of words, in one pass, longest first. Names are filed without spaces and hyphens, so that
 * "api gateway", "API-Gateway" and "apigateway" are one.
 */
export class Names {
  readonly #entries: ReadonlyMap<string, NameEntry>;
  /** Names of several words by their stems: "elastic load balancer" is Elastic Load Balancing. */
  readonly #stems: ReadonlyMap<string, NameEntry>;
  readonly #words: ReadonlySet<string>;
  /** The names and their stems in order, to see quickly that nothing begins with what was read so far. */
  readonly #sorted: readonly string[];
  readonly #sortedStems: readonly string[];

  constructor({ entries, stems, words }: FiledNames) {
    this.#entries = new Map(entries);
    const byStems = new Map<string, NameEntry>();
    for (const [stem, key] of stems) {
      const entry = this.#entries.get(key);
      if (entry) byStems.set(stem, entry);
    }
    this.#stems = byStems;
    this.#words = new Set(words);
    this.#sorted = entries.map(([key]) => key);
    this.#sortedStems = stems.map(([stem]) => stem);
  }

  /** Every word in a name, and every name written as one word: what spelling is corrected to. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }

  /** Every name, written as one word. */
  get keys(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The services that have exactly this name. */
  named(name: string): readonly string[] {
    return this.#entries.get(keyOf(name))?.services ?? [];
  }

  find(tokens: readonly Token[], wasCorrected: (index: number) => boolean): NameFound[] {
    const found: NameFound[] = [];
    const stems = tokens.map(({ word }) => `${stemOf(word)} `);
    for (let from = 0; from < tokens.length; ) {
      const match = this.#longestAt(tokens, stems, from);
      // "Amazon EC2 Systems Manager" is another service than Amazon EC2.
      const inner = match && VENDORS.has(tokens[from]?.word ?? '') ? this.#longestAt(tokens, stems, from + 1) : undefined;
      const isMore = match && inner && inner.length > match.length && inner.entry.services[0] !== match.entry.services[0];
      if (!match || isMore) {
        from += 1;
        continue;
      }
      const { entry, length, loose } = match;
      const vendor = tokens[from - 1]?.word ?? '';
      const first = tokens[from]?.word ?? '';
      const corrected = Array.from({ length }, (_, index) => from + index).some(wasCorrected);
      found.push({ ...entry, loose, common: entry.common || loose, prefixed: VENDORS.has(vendor) || VENDORS.has(first), corrected, from, to: from + length });
      from += length;
    }
    return found;
  }

  #longestAt(tokens: readonly Token[], stemsOf: readonly string[], from: number): { entry: NameEntry; length: number; loose: boolean } | undefined {
    let key = '';
    let stems = '';
    let best: { entry: NameEntry; length: number; loose: boolean } | undefined;
    for (let length = 1; length <= LONGEST_NAME; length += 1) {
      const token = tokens[from + length - 1];
      if (!token) break;
      key += token.word;
      stems += stemsOf[from + length - 1] ?? '';
      if (!begins(this.#sorted, key) && !begins(this.#sortedStems, stems) && !begins(this.#sorted, key.slice(0, -1))) break;
      const exact = this.#entries.get(key) ?? (key.endsWith('s') && key.length > 3 ? this.#entries.get(key.slice(0, -1)) : undefined);
      const entry = exact ?? (length > 1 ? this.#stems.get(stems) : undefined);
      if (entry && (entry.inPieces || isWhole(tokens.slice(from, from + length), key))) best = { entry, length, loose: !exact };
    }
    return best;
  }
}

/** Files the names of all services: under what is written without spaces and hyphens, with and without AWS or Amazon. */
export function fileNames(services: ReadonlyMap<string, Service>): FiledNames {
  const entries = new Map<string, NameEntry>();
  const stems = new Map<string, string>();
  const words = new Set<string>();
  for (const [id, service] of services) {
    const common = new Set((service.common ?? []).map(keyOf));
    const file = (name: string, former = false) => {
      const bare = name.replace(/^(amazon|aws)\s+/i, '');
      for (const form of new Set([name, bare, name.replace(/\s*\([^)]*\)/g, '')])) {
        const parts = tokenize(form).map(({ word }) => word);
        const key = parts.join('');
        for (const word of [...parts, key]) words.add(word);
        const isCommon = common.has(key) || (form === bare && form !== name && common.has(keyOf(name)));
        add(entries, key, id, { common: isCommon, explicit: form === name, inPieces: parts.length > 1, ...(former && { formerly: name }) });
        const stem = parts.map((word) => `${stemOf(word)} `).join('');
        if (key.length >= SHORTEST_NAME && form === bare && parts.length > 1 && !stems.has(stem)) stems.set(stem, key);
      }
    };
    for (const name of [service.name, ...(service.aliases ?? []), ...(service.shared ?? [])]) file(name);
    for (const name of service.former ?? []) file(name, true);
    const key = keyOf(id);
    if (!entries.has(key)) add(entries, key, id, { common: common.has(key), explicit: false, inPieces: false });
  }
  return { entries: sorted(entries), stems: sorted(stems), words: [...words] };
}

function add(entries: Map<string, NameEntry>, key: string, id: string, { common, explicit, inPieces, formerly }: Omit<NameEntry, 'services'>): void {
  if (key.length < SHORTEST_NAME) return;
  const known = entries.get(key);
  if (!known) {
    entries.set(key, { services: [id], common, explicit, inPieces, ...(formerly !== undefined && { formerly }) });
    return;
  }
  if (!known.services.includes(id)) known.services.push(id);
  known.common ||= common;
  known.explicit ||= explicit;
  known.inPieces ||= inPieces;
  // A name in use wins over the same name in the past.
  if (formerly === undefined) delete known.formerly;
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** "i am" is not IAM, but "s 3" is S3: short names are joined from pieces only if a piece is a digit. */
function isWhole(tokens: readonly Token[], key: string): boolean {
  if (tokens.length === 1 || key.length > 4) return true;
  return tokens.some(({ word }) => /\d/.test(word));
}

function keyOf(name: string): string {
  return tokenize(name)
    .map(({ word }) => word)
    .join('');
}

/** Whether any of the sorted texts begins with `start`. */
function begins(sorted: readonly string[], start: string): boolean {
  return sorted[firstFrom(sorted, start)]?.startsWith(start) ?? false;
}
