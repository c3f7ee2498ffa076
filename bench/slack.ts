/**
 * `npm run bench:slack [questions]`: the built bot beside an empty Bolt app that acknowledges with a fixed text, in the same run, over signed HTTP and over a WebSocket.
 * Prints a table, and whether the limits hold; exits 1 if one does not. The load shares the machine with the app: compare the columns, not runs on different machines.
 */
import { asker, latency, throughput } from './slack-load.js';
import { type Mode, type Running, type Subject, start } from './slack-process.js';

const LIMITS = { throughput: 0.8, addedP99: 5, addedMemory: 60, growth: 10, startup: 2 };
const QUESTIONS = Number(process.argv[2] ?? 100_000);
const WARM_UP = 2_000;
const TIMED = 2_000;
const STARTS = 5;

interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  memory: number;
  /** From a fifth of the questions to the last one. */
  growth: number;
  startup: number;
}

async function measure(subject: Subject, mode: Mode): Promise<Figures> {
  const starts: number[] = [];
  let running: Running | undefined;
  for (let round = 0; round < STARTS; round += 1) {
    await running?.stop();
    running = await start(subject, mode);
    starts.push(running.startup);
  }
  if (!running) throw new Error('nothing was started');
  const ask = asker(mode, running);
  await throughput(ask, WARM_UP);
  const { p50, p99 } = await latency(ask, TIMED);
  const perSecond = await throughput(ask, QUESTIONS / 5);
  const early = running.memory();
  await throughput(ask, (QUESTIONS * 4) / 5);
  const memory = running.memory();
  await running.stop();
  return { perSecond, p50, p99, memory, growth: memory - early, startup: starts.sort((a, b) => a - b)[STARTS >> 1] ?? 0 };
}

let failed = 0;
const verdict = (holds: boolean): string => {
  if (!holds) failed += 1;
  return holds ? 'holds' : 'MISSED';
};
const line = (...cells: (string | number)[]) => console.log(`| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)).join(' | ')} |`);

console.log(`${QUESTIONS} questions each, Node.js ${process.version}\n`);
line('', 'bot', 'empty app', 'bot against empty', 'limit', '');
line('---', '---', '---', '---', '---', '---');
for (const mode of ['http', 'socket'] as const) {
  const empty = await measure('empty', mode);
  const bot = await measure('bot', mode);
  const ratio = bot.perSecond / empty.perSecond;
  const name = mode === 'http' ? 'HTTP' : 'Socket Mode';
  line(`${name}: questions a second`, bot.perSecond, empty.perSecond, `${(ratio * 100).toFixed(0)} %`, '≥ 80 %', verdict(ratio >= LIMITS.throughput));
  line(`${name}: 50th percentile, ms`, bot.p50, empty.p50, `+${(bot.p50 - empty.p50).toFixed(1)}`, '', '');
  line(`${name}: 99th percentile, ms`, bot.p99, empty.p99, `+${(bot.p99 - empty.p99).toFixed(1)}`, '≤ +5', verdict(bot.p99 - empty.p99 <= LIMITS.addedP99));
  line(
    `${name}: memory at the end, MB`,
    bot.memory,
    empty.memory,
    `+${(bot.memory - empty.memory).toFixed(1)}`,
    '≤ +60',
    verdict(bot.memory - empty.memory <= LIMITS.addedMemory),
  );
  line(`${name}: memory grown over the last 4/5, MB`, bot.growth, empty.growth, '', '≤ 10', verdict(bot.growth <= LIMITS.growth));
  line(
    `${name}: start to ready, ms`,
    bot.startup,
    empty.startup,
    `× ${(bot.startup / empty.startup).toFixed(2)}`,
    '≤ × 2',
    verdict(bot.startup / empty.startup <= LIMITS.startup),
  );
}
console.log(failed === 0 ? '\nAll limits hold.' : `\n${failed} limits are missed.`);
process.exitCode = failed === 0 ? 0 : 1;
