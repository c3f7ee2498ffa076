/**
 * `npm run eval [-- --data FOLDER] [--failures]`: asks the bot every question of a folder and says how many answers are right.
 * The questions are JSON lines: statements (with an owner), services (with a name), negatives (no owner may be claimed), concepts
 * (phrases that a right answer holds). "wrong" is a false answer given with confidence; "none" is no commitment.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createBot } from '../src/ask/index.js';
import { loadKnowledge } from '../src/knowledge/load.js';
import { Owner } from '../src/knowledge/schema.js';
import { type AnswerRecord, toRecord } from '../src/render/record.js';

type Verdict = 'right' | 'none' | 'wrong';

const base = { id: z.string(), text: z.string(), repeat: z.int().positive().optional() };
const Statement = z.object({ ...base, owner: Owner });
const Named = z.object({ ...base, service: z.string(), aliases_ok: z.array(z.string()).default([]) });
const Negative = z.object({ ...base, kind: z.string() });
const Explained = z.object({ ...base, expect: z.array(z.string()), min: z.int() });

const SILENT = new Set(['suggestions', 'unknown', 'help', 'concept']);
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(amazon|aws)\s+/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function judgeStatement({ owner }: z.infer<typeof Statement>, got: AnswerRecord): Verdict {
  return got.owner === null ? 'none' : got.owner === owner ? 'right' : 'wrong';
}

function judgeNamed({ service, aliases_ok }: z.infer<typeof Named>, { services: [first], kind }: AnswerRecord): Verdict {
  if (!first || kind === 'unknown') return 'none';
  const accepted = new Set([service, ...aliases_ok].map(plain));
  if (accepted.has(plain(first.name)) || accepted.has(plain(first.id))) return 'right';
  return kind === 'suggestions' ? 'none' : 'wrong';
}

function judgeNegative({ kind }: z.infer<typeof Negative>, got: AnswerRecord): Verdict {
  if (got.owner !== null) return 'wrong';
  return SILENT.has(got.kind) || kind === 'aws-not-srm' ? 'right' : 'wrong';
}

function judgeExplained({ expect, min }: z.infer<typeof Explained>, got: AnswerRecord): Verdict {
  const text = got.text
    .slice(0, 2000)
    .toLowerCase()
    .replace(/[*_~"“”]/g, '');
  if (expect.filter((phrase) => text.includes(phrase)).length >= min) return 'right';
  return SILENT.has(got.kind) && got.kind !== 'concept' ? 'none' : 'wrong';
}

const { values } = parseArgs({ options: { data: { type: 'string', default: 'test/questions' }, failures: { type: 'boolean', default: false } } });
const bot = createBot(loadKnowledge('knowledge'));

function score<T extends { id: string; text: string; repeat?: number | undefined }>(
  set: string,
  schema: z.ZodType<T>,
  judge: (item: T, got: AnswerRecord) => Verdict,
): { item: T; verdict: Verdict }[] {
  const file = join(values.data, `${set}.jsonl`);
  if (!existsSync(file)) return [];
  const results = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)))
    .map((item) => {
      const got = toRecord(bot.ask((item.repeat ? item.text.repeat(item.repeat) : item.text).replace(/\s*\n\s*/g, ' ')));
      const verdict = judge(item, got);
      if (verdict !== 'right' && values.failures)
        console.log(
          JSON.stringify({
            set,
            verdict,
            ...item,
            text: item.text.slice(0, 120),
            got: { kind: got.kind, owner: got.owner, services: got.services.map(({ id }) => id), controls: got.controls.map(({ id }) => id) },
          }),
        );
      return { item, verdict };
    });
  const share = (wanted: Verdict) => `${((100 * results.filter(({ verdict }) => verdict === wanted).length) / results.length).toFixed(1)}%`;
  console.log(`${set.padEnd(11)} right ${share('right')}  no commitment ${share('none')}  wrong ${share('wrong')}  of ${results.length}`);
  return results;
}

const statements = score('statements', Statement, judgeStatement);
score('services', Named, judgeNamed);
score('negatives', Negative, judgeNegative);
score('concepts', Explained, judgeExplained);
const recall = Owner.options.map((owner) => {
  const of = statements.filter(({ item }) => item.owner === owner);
  return `${owner} ${((100 * of.filter(({ verdict }) => verdict === 'right').length) / of.length).toFixed(1)}%`;
});
if (statements.length > 0) console.log(`recall      ${recall.join('  ')}`);
