import type { Knowledge } from '../knowledge/load.js';
import type { Pick } from './answer.js';

/** Something that can be chosen while typing. */
interface Completion {
  label: string;
  /** A few words that tell it from others. */
  detail: string;
  pick: Pick;
}

/** What can be chosen of one kind. */
interface CompletionGroup {
  title: 'Services' | 'Controls' | 'Explanations';
  options: Completion[];
}

/** What a person may mean by the beginning of a name, grouped, best first. Without text, what is asked about most. */
export type Complete = (text: string) => CompletionGroup[];

interface Entry extends Completion {
  group: CompletionGroup['title'];
  /** Every name of it, in plain letters. */
  keys: string[];
  /** Phrases that lead to it: they count for less than a name. */
  hints: string[];
}

/** Slack takes 100 in all. */
const MOST: Record<CompletionGroup['title'], number> = { Services: 40, Controls: 25, Explanations: 25 };
const FIRST_SHOWN = ['ec2', 's3', 'rds', 'lambda', 'ecs', 'eks', 'dynamodb', 'fargate', 'iam', 'vpc', 'kms', 'cloudfront'];
/** Shorter words are too near to each other to forgive a slip. */
const FORGIVEN_FROM = 4;

/** Prepares every name once; completing is then a pass over them. */
export function createComplete(knowledge: Knowledge): Complete {
  const entries = [...services(knowledge), ...controls(knowledge), ...concepts(knowledge)];
  return (text) => {
    const typed = plain(text);
    const found = typed === '' ? entries.flatMap((entry) => first(entry)) : entries.flatMap((entry) => score(entry, typed));
    found.sort((a, b) => b.score - a.score || a.entry.label.length - b.entry.label.length || a.entry.label.localeCompare(b.entry.label));
    const groups = new Map<CompletionGroup['title'], Completion[]>();
    for (const { entry } of found) {
      const { group, label, detail, pick } = entry;
      const options = groups.get(group) ?? [];
      if (options.length < MOST[group]) options.push({ label, detail, pick });
      groups.set(group, options);
    }
    return [...groups].map(([title, options]) => ({ title, options }));
  };
}

interface Scored {
  entry: Entry;
  score: number;
}

/** With nothing typed: well-known services in their order, and every control. */
function first(entry: Entry): Scored[] {
  if (entry.group === 'Explanations') return [];
  if (entry.pick.open !== 'service') return [{ entry, score: 0 }];
  const rank = entry.pick.variant ? -1 : FIRST_SHOWN.indexOf(entry.pick.id);
  return rank < 0 ? [] : [{ entry, score: FIRST_SHOWN.length - rank }];
}

function score(entry: Entry, typed: string): Scored[] {
  const best = Math.max(...entry.keys.map((key) => likeness(key, typed)), ...entry.hints.map((hint) => likeness(hint, typed) / 3));
  return best > 0 ? [{ entry, score: best }] : [];
}

/** How well a name fits what was typed: whole, as a beginning, as beginnings of words, inside, or with a slip. 0: not at all. */
function likeness(key: string, typed: string): number {
  if (key === typed) return 100;
  // Of two names that begin alike, the one with less left to type.
  if (key.startsWith(typed)) return 80 + (10 * typed.length) / key.length;
  if (key.replaceAll(' ', '').startsWith(typed.replaceAll(' ', ''))) return 75;
  const words = key.split(' ');
  const wanted = typed.split(' ');
  if (wanted.every((part) => words.some((word) => word.startsWith(part)))) return 60;
  if (typed.length >= 3 && key.includes(typed)) return 40;
  const isNear = (part: string) => words.some((word) => word.startsWith(part) || (part.length >= FORGIVEN_FROM && nearly(word, part)));
  return wanted.some((part) => part.length >= FORGIVEN_FROM) && wanted.every(isNear) ? 20 : 0;
}

/** Whether a word begins with what was typed but for one letter put in, left out, mistaken or swapped. The first letter is right. */
function nearly(word: string, typed: string): boolean {
  if (word[0] !== typed[0]) return false;
  let at = 1;
  while (at < typed.length && word[at] === typed[at]) at += 1;
  const rest = typed.slice(at);
  if (word.startsWith(rest.slice(1), at)) return true;
  if (word.startsWith(rest.slice(1), at + 1)) return true;
  if (word.startsWith(rest, at + 1)) return true;
  return rest.length > 1 && word.startsWith(`${rest[1]}${rest[0]}${rest.slice(2)}`, at);
}

function services({ services }: Knowledge): Entry[] {
  return [...services].flatMap(([id, { name, aliases = [], former = [], category, lifecycle, variants = {} }]) => {
    const state = lifecycle ? ` · ${lifecycle.state}` : '';
    const own: Entry = {
      group: 'Services',
      label: name,
      detail: `${category}${state}`,
      pick: { open: 'service', id },
      keys: keysOf(name, ...aliases, ...former),
      hints: [],
    };
    const within = Object.entries(variants).map(
      ([variant, { name: suffix, service }]): Entry => ({
        group: 'Services',
        label: `${name} ${suffix}`,
        detail: category,
        pick: service ? { open: 'service', id: service } : { open: 'service', id, variant },
        keys: [name, ...aliases].flatMap((alias) => keysOf(`${alias} ${suffix}`)),
        hints: [],
      }),
    );
    // A variant with a file of its own is listed as that service.
    return [own, ...within.filter(({ pick }) => pick.open === 'service' && pick.variant)];
  });
}

function controls({ controls }: Knowledge): Entry[] {
  return [...controls].map(([id, { title, definition, asks }]) => ({
    group: 'Controls',
    label: title,
    detail: definition,
    pick: { open: 'control', id },
    keys: keysOf(title),
    hints: keysOf(...asks),
  }));
}

function concepts({ concepts }: Knowledge): Entry[] {
  return [...concepts].map(([id, { title, asks, lead }]) => ({
    group: 'Explanations',
    label: title,
    detail: lead,
    pick: { open: 'concept', id },
    keys: keysOf(title),
    hints: keysOf(...asks),
  }));
}

/** The names in plain letters; those that begin with AWS, Amazon or "the" also without it. */
function keysOf(...names: string[]): string[] {
  return [...new Set(names.map(plain).flatMap((name) => [name, name.replace(/^(aws|amazon|the) /, '')]))];
}

function plain(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
