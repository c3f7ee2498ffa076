import type { Answer } from './answer.js';
import type { Leaning } from './leaning.js';
import type { Found } from './topics.js';
import type { Query } from './understand.js';

/** How a question was read, in words that a person can check. */
export interface Explanation {
  answer: Answer;
  services: string[];
  /** Names of cues that were found: "ownership", "decide" ... */
  cues: string[];
  off: string | undefined;
  coverage: number;
  /** How likely each side is by the wording alone: 0 to 1. */
  leaning: Leaning;
  duties: { name: string; score: number; terms: string[] }[];
  concepts: { name: string; score: number; terms: string[] }[];
}

const SHOWN = 5;

/** Puts a query and its answer side by side. */
export function explain({ services, cues, off, coverage, leaning, topics, implied, concepts }: Query, answer: Answer): Explanation {
  const { aspect, ...flags } = cues;
  return {
    answer,
    services: services.map(({ id, variant }) => (variant ? `${id} (${variant})` : id)),
    cues: [...Object.entries(flags).flatMap(([name, found]) => (found ? [name] : [])), ...(aspect ? [aspect] : [])],
    off,
    coverage,
    leaning,
    duties: [...topics, ...implied]
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN)
      .map(described),
    concepts: concepts.slice(0, SHOWN).map(described),
  };
}

function described({ topic, score, terms }: Found): { name: string; score: number; terms: string[] } {
  const name =
    topic.kind === 'concept'
      ? topic.concept
      : topic.kind === 'control'
        ? topic.control
        : `${topic.kind === 'service-part' ? `${topic.service} · ` : ''}${topic.control} · ${topic.part.title}`;
  return { name, score, terms: [...terms] };
}
