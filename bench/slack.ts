/**
 * `npm run bench:slack [questions]`: the built bot beside an empty Bolt app that acknowledges with a fixed text, in the same run, over signed HTTP and over a WebSocket.
 * Prints a table, and whether the limits hold; exits 1 if one does not. Both run in turns, many times, and medians are compared: the load shares the machine with them.
 */
import { asker, forgetConnections, latency, throughput } from './slack-load.js';
import { type Mode, type Running, type Subject, start } from './slack-process.js';

const LIMITS = { throughput: 0.8, addedP99: 5, addedMemory: 60, growth: 10, startup: 2 };
const QUESTIONS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 20;
const STARTS = 5;
const SUBJECTS = ['empty', 'bot'] as const;

/** What was measured in one turn. */
interface Turn {
  perSecond: number;
  /** Processor time a question, in milliseconds. */
  cpu: number;
  p50: number;
  p99: number;
  memory: number;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function turn(mode: Mode, running: Running, questions: number): Promise<Turn> {
  forgetConnections();
  const ask = asker(mode, running);
  const { p50, p99 } = await latency(ask, 200);
  const before = running.cpu();
  const perSecond = await throughput(ask, questions);
  return { perSecond, cpu: (running.cpu() - before) / questions, p50, p99, memory: running.memory() };
}

/** Starts both a few times in turns; gives the last ones, still running, and the times they took. */
async function startBoth(mode: Mode): Promise<{ running: Record<Subject, Running>; startup: Record<Subject, number[]> }> {
  const startup: Record<Subject, number[]> = { bot: [], empty: [] };
  for (let round = 1; ; round += 1) {
    const [empty, bot] = [await start('empty', mode), await start('bot', mode)];
    startup.empty.push(empty.startup);
    startup.bot.push(bot.startup);
    if (round === STARTS) return { running: { empty, bot }, startup };
    await Promise.all([empty.stop(), bot.stop()]);
  }
}

let missed = 0;
function line(what: string, bot: number, empty: number, compared: string, limit = '', holds = true): void {
  if (!holds) missed += 1;
  console.log(`| ${what} | ${bot.toFixed(2)} | ${empty.toFixed(2)} | ${compared} | ${limit} | ${limit && (holds ? 'holds' : 'MISSED')} |`);
}

async function compare(name: string, mode: Mode): Promise<void> {
  const { running, startup } = await startBoth(mode);
  const turns: Record<Subject, Turn[]> = { bot: [], empty: [] };
  for (const subject of SUBJECTS) await throughput(asker(mode, running[subject]), 2000);
  for (let round = 0; round < ROUNDS; round += 1) for (const subject of SUBJECTS) turns[subject].push(await turn(mode, running[subject], QUESTIONS / ROUNDS));
  await Promise.all(SUBJECTS.map((subject) => running[subject].stop()));

  const of = (subject: Subject, figure: keyof Turn) => turns[subject].map((one) => one[figure]);
  const pairs = (figure: keyof Turn, combine: (bot: number, empty: number) => number) =>
    median(turns.bot.map((one, index) => combine(one[figure], turns.empty[index]?.[figure] ?? Number.NaN)));
  const both = (figure: keyof Turn): [number, number] => [median(of('bot', figure)), median(of('empty', figure))];
  const last = (subject: Subject) => turns[subject].at(-1)?.memory ?? Number.NaN;
  // Memory rises until the garbage is collected: its low points tell whether it grows. The first fifth is warming up.
  const lowest = (subject: Subject, from: number, to: number) => Math.min(...of(subject, 'memory').slice(ROUNDS * from, ROUNDS * to));
  const growth = (subject: Subject) => lowest(subject, 0.6, 1) - lowest(subject, 0.2, 0.6);

  const ratio = pairs('perSecond', (bot, empty) => bot / empty);
  line(`${name}: questions a second`, ...both('perSecond'), `${(ratio * 100).toFixed(0)} %`, '≥ 80 %', ratio >= LIMITS.throughput);
  line(`${name}: processor time a question, ms`, ...both('cpu'), `${pairs('cpu', (bot, empty) => bot - empty).toFixed(2)} more`);
  line(`${name}: 50th percentile, ms`, ...both('p50'), `${pairs('p50', (bot, empty) => bot - empty).toFixed(2)} more`);
  const added = pairs('p99', (bot, empty) => bot - empty);
  line(`${name}: 99th percentile, ms`, ...both('p99'), `${added.toFixed(2)} more`, '≤ 5 more', added <= LIMITS.addedP99);
  const more = last('bot') - last('empty');
  line(`${name}: memory at the end, MB`, last('bot'), last('empty'), `${more.toFixed(1)} more`, '≤ 60 more', more <= LIMITS.addedMemory);
  line(`${name}: low points of memory, later against earlier, MB`, growth('bot'), growth('empty'), '', '≤ 10', growth('bot') <= LIMITS.growth);
  const times = median(startup.bot) / median(startup.empty);
  line(`${name}: start to ready, ms`, median(startup.bot), median(startup.empty), `${times.toFixed(2)} times`, '≤ 2 times', times <= LIMITS.startup);
}

console.log(`${QUESTIONS} questions each, in ${ROUNDS} turns; medians; Node.js ${process.version}\n`);
console.log('|  | bot | empty app | compared | limit |  |\n| --- | --- | --- | --- | --- | --- |');
await compare('HTTP', 'http');
await compare('Socket Mode', 'socket');
console.log(missed === 0 ? '\nAll limits hold.' : `\n${missed} limits are missed.`);
process.exitCode = missed === 0 ? 0 : 1;
