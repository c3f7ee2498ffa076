import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Owner } from '../../src/knowledge/schema.js';
import type { AnswerRecord } from '../../src/render/record.js';

/** "wrong" is a false answer given with confidence, "none" is no commitment. */
export type Judgement = 'right' | 'none' | 'wrong';

export interface Judged {
  set: string;
  text: string;
  judgement: Judgement;
  /** Of statements: the right owner. */
  owner?: Owner;
  got: AnswerRecord;
}

const base = { id: z.string(), text: z.string(), repeat: z.int().positive().optional() };
const SETS = {
  statements: z.object({ ...base, owner: Owner }),
  services: z.object({ ...base, service: z.string(), aliases_ok: z.array(z.string()).default([]) }),
  negatives: z.object({ ...base, kind: z.string() }),
  concepts: z.object({ ...base, expect: z.array(z.string()), min: z.int() }),
};

const SILENT = new Set(['suggestions', 'unknown', 'help', 'concept']);
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(amazon|aws)\s+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Asks every question of a folder of JSON lines and judges the answers: statements by their owner, services by the first one that
 * was understood, negatives by naming no owner, concepts by the phrases that a right answer holds.
 */
export function judgeAll(folder: string, ask: (text: string) => AnswerRecord): Judged[] {
  const answer = ({ text, repeat }: { text: string; repeat?: number | undefined }) => ask((repeat ? text.repeat(repeat) : text).replace(/\s*\n\s*/g, ' '));
  return [
    ...read(folder, 'statements', SETS.statements).map((item) => {
      const got = answer(item);
      return { set: 'statements', text: item.text, owner: item.owner, got, judgement: ofOwner(item.owner, got) };
    }),
    ...read(folder, 'services', SETS.services).map((item) => {
      const got = answer(item);
      return { set: 'services', text: item.text, got, judgement: ofName(new Set([item.service, ...item.aliases_ok].map(plain)), got) };
    }),
    ...read(folder, 'negatives', SETS.negatives).map((item) => {
      const got = answer(item);
      const silent = got.owner === null && (SILENT.has(got.kind) || item.kind === 'aws-not-srm');
      return { set: 'negatives', text: item.text, got, judgement: silent ? ('right' as const) : ('wrong' as const) };
    }),
    ...read(folder, 'concepts', SETS.concepts).map((item) => {
      const got = answer(item);
      return { set: 'concepts', text: item.text, got, judgement: ofPhrases(item.expect, item.min, got) };
    }),
  ];
}

function read<T>(folder: string, set: string, schema: z.ZodType<T>): T[] {
  const file = join(folder, `${set}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));
}

function ofOwner(owner: Owner, got: AnswerRecord): Judgement {
  if (got.owner === null) return 'none';
  return got.owner === owner ? 'right' : 'wrong';
}

function ofName(accepted: ReadonlySet<string>, { services: [first], kind }: AnswerRecord): Judgement {
  if (!first || kind === 'unknown') return 'none';
  if (accepted.has(plain(first.name)) || accepted.has(plain(first.id))) return 'right';
  return kind === 'suggestions' ? 'none' : 'wrong';
}

function ofPhrases(expected: readonly string[], min: number, { text, kind }: AnswerRecord): Judgement {
  const said = text
    .slice(0, 2000)
    .toLowerCase()
    .replace(/[*_~"“”]/g, '');
  if (expected.filter((phrase) => said.includes(phrase)).length >= min) return 'right';
  return SILENT.has(kind) && kind !== 'concept' ? 'none' : 'wrong';
}
