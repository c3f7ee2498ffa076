/**
 * `npm run bench`: how long a question takes, beside two search libraries over the same names and questions in the same run.
 * The libraries only look a name up; the bot understands the whole question and builds the answer.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createBot } from '../src/ask/index.js';
import { type Knowledge, loadKnowledge } from '../src/knowledge/load.js';

/** fuse.js takes more than a tenth of a second for each: all of them would be minutes. */
const ASKED = 400;

const all = ['statements', 'services', 'negatives', 'concepts'].flatMap((set) =>
  readFileSync(`test/questions/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): string => JSON.parse(line).text),
);
const questions = all.filter((_, index) => index % Math.ceil(all.length / ASKED) === 0);

interface Times {
  median: number;
  p99: number;
}

/** Milliseconds a question, over all questions, after one round to warm up. */
function time(ask: (question: string) => unknown, rounds: number): Times {
  for (const question of questions) ask(question);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const started = performance.now();
      ask(question);
      times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** The knowledge with every service copied under nine more names. */
function tenfold(knowledge: Knowledge): Knowledge {
  const services = new Map(knowledge.services);
  for (let copy = 1; copy < 10; copy += 1) {
    const mark = (name: string) => `${name} Zq${copy}`;
    for (const [id, service] of knowledge.services) {
      services.set(`${id}-zq${copy}`, {
        ...service,
        name: mark(service.name),
        aliases: (service.aliases ?? []).map(mark),
        former: (service.former ?? []).map(mark),
        shared: [],
        was: [],
      });
    }
  }
  const { filed: _, ...rest } = knowledge;
  return { ...rest, services };
}

const knowledge = await loadKnowledge('knowledge');
const names = [...knowledge.services].flatMap(([id, { name, aliases = [], former = [] }]) =>
  [name, ...aliases, ...former].map((text) => ({ id: `${id}:${text}`, text })),
);
const bot = createBot(knowledge);
const many = createBot(tenfold(knowledge));
const fuse = new Fuse(names, { keys: ['text'], includeScore: true });
const mini = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
mini.addAll([...new Map(names.map((name) => [name.id, name])).values()]);

const results: [string, Times][] = [
  ['the bot, whole answer', time((question) => bot.ask(question), 15)],
  ['the bot, ten times the services', time((question) => many.ask(question), 15)],
  ['MiniSearch, fuzzy and prefix, names only', time((question) => mini.search(question), 2)],
  ['fuse.js, default, names only', time((question) => fuse.search(question), 1)],
];
const own = results[0]?.[1].median ?? 1;
console.log(`${questions.length} questions, ${knowledge.services.size} services, ${names.length} names\n`);
console.log(`${''.padEnd(42)} median ms    p99 ms   median, times the bot's`);
for (const [name, { median, p99 }] of results)
  console.log(`${name.padEnd(42)} ${median.toFixed(3).padStart(9)} ${p99.toFixed(3).padStart(9)}   ${(median / own).toFixed(1).padStart(9)}`);

const long = 'who patches the operating system of our rds instances and why '.repeat(162).slice(0, 10_000);
const hostile = [long, 'a'.repeat(10_000), 'from both '.repeat(1000), `${'aws '.repeat(2500)}`, `${'rds/'.repeat(2500)}`, 'xyzzyplughfrobnicate '.repeat(476)];
const slowest = Math.max(
  ...hostile.map((text) => {
    bot.ask(text);
    const started = performance.now();
    bot.ask(text);
    return performance.now() - started;
  }),
);
console.log(`\n10,000 characters, the slowest of ${hostile.length} texts: ${slowest.toFixed(1)} ms`);

// In a process of its own, as the bot starts: this one holds ten times the services.
const START = `
  const { loadKnowledge } = await import('./src/knowledge/load.ts');
  const { parseKnowledge } = await import('./src/knowledge/parse.ts');
  const { createBot } = await import('./src/ask/index.ts');
  const started = performance.now();
  createBot(await loadKnowledge('knowledge'));
  const loaded = performance.now() - started;
  const parsing = performance.now();
  parseKnowledge('knowledge');
  console.log('loading and indexing: ' + loaded.toFixed(0) + ' ms; parsing and checking the YAML alone: ' + (performance.now() - parsing).toFixed(0) + ' ms');
`;
console.log(execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', START], { encoding: 'utf8' }).trim());
