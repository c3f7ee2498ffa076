/** What the bot can say. Rendering switches over `kind`; nothing here knows of Slack. */

import type { Row } from '../knowledge/ownership.js';
import type { Category, ModelId, Owner } from '../knowledge/schema.js';
import type { Reply } from './claim.js';

/** Something that can be opened by its id, from a button or a link: stays valid as long as ids resolve. */
export type Pick =
  | { open: 'service'; id: string; variant?: string }
  | { open: 'control'; id: string }
  | { open: 'row'; service: string; variant?: string; control: string }
  | { open: 'comparison'; ids: string[]; control?: string }
  | { open: 'concept'; id: string }
  | { open: 'help' };

/** A step from an answer to another, with what its button says. */
export interface Next {
  label: string;
  pick: Pick;
}

/** A service as it was understood: with the variant where one was named, and the old name where that was typed. */
export interface ServiceRef {
  id: string;
  name: string;
  variant?: string;
  /** Set if the question used a former name. */
  formerly?: string;
}

export interface ControlRef {
  id: string;
  title: string;
}

/** One verdict: who owns one control, of one service or in general. */
export interface Verdict {
  service?: ServiceRef;
  control: ControlRef;
  row: Row;
  /** The side of the row that the question is about: what is decided, what is done, or all of it. */
  owner: Owner;
}

export type Answer =
  /** `reply`: the question claims an owner ("AWS patches it, right?") and this is how the claim turns out. */
  | { kind: 'verdict'; question: string; verdicts: [Verdict, ...Verdict[]]; reply?: Reply; next: Next[] }
  | {
      kind: 'service';
      question: string;
      service: ServiceRef;
      summary: string;
      category: Category;
      model: ModelId;
      /** The model is our reading, not a statement of AWS's. */
      inferred: boolean;
      /** Closed, ending or retired, with what to use instead. */
      lifecycle?: string;
      rows: { control: ControlRef; row: Row }[];
      variants: { id: string; name: string; summary: string }[];
      note?: string;
      next: Next[];
    }
  | {
      kind: 'control';
      question: string;
      control: ControlRef;
      row: Row;
      models: { model: ModelId; row: Row }[];
      differing: { service: ServiceRef; row: Row }[];
      next: Next[];
    }
  | {
      kind: 'comparison';
      question: string;
      services: ServiceRef[];
      rows: { control: ControlRef; owners: (Row | undefined)[]; differs: boolean }[];
      next: Next[];
    }
  | {
      kind: 'concept';
      question: string;
      id: string;
      title: string;
      lead: string;
      points: string[];
      mind?: string;
      sources: string[];
      read: string;
      next: Next[];
    }
  | { kind: 'suggestions'; question: string; options: { label: string; reason: string; pick: Pick }[] }
  | { kind: 'unknown'; question: string; reason: 'no-match' | 'not-responsibility' | 'other-cloud' | 'gibberish'; note: string; next: Next[] }
  | { kind: 'help'; question: string; examples: string[] };
