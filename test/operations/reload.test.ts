import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type BotProcess, startBot } from '../support/bot-process.js';
import { KNOWLEDGE_DIR } from '../support/knowledge-dir.js';

/** A running bot on knowledge that the test may change. */
async function startEditable(env: Record<string, string> = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'srm-knowledge-'));
  await cp(KNOWLEDGE_DIR, dir, { recursive: true });
  const running = await startBot('http', { SRM_KNOWLEDGE_DIR: dir, SRM_HEALTH_PORT: '0', ...env });
  const { port } = await running.bot.logged('health and metrics');
  const file = join(dir, 'services/s3.yml');
  return {
    ...running,
    file,
    /** Changes the entry of S3, as a whole file that takes the place of the old one. */
    async edit(change: (text: string) => string) {
      await writeFile(`${file}.new`, change(await readFile(file, 'utf8')));
      await rename(`${file}.new`, file);
    },
    ready: async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).json(),
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]();
      await rm(dir, { recursive: true });
    },
  };
}

const times = (bot: BotProcess, msg: string) => bot.lines.filter((line) => line.msg === msg).length;
const LOADED = 'knowledge loaded again';
const REFUSED = 'the new knowledge has mistakes and is not used; the old goes on answering';
const rename3 = (name: string) => (text: string) => text.replace(/^name: .*/m, `name: ${name}`);

test('SIGHUP loads new knowledge; a mistake keeps the old, and the log and /readyz say why', async () => {
  await using running = await startEditable();
  const { slack, bot } = running;
  await running.edit(rename3('Amazon Renamed Storage'));
  expect((await slack.command('s3'))?.text).not.toContain('Renamed');
  bot.kill('SIGHUP');
  expect(await bot.logged(LOADED)).toMatchObject({ services: 3 });
  expect((await slack.command('s3'))?.text).toContain('Amazon Renamed Storage');

  await running.edit((text) => `${text}\nmodle: abstract\n`);
  bot.kill('SIGHUP');
  expect(await bot.logged(REFUSED)).toMatchObject({
    level: 'error',
    mistakes: [expect.stringMatching(/^knowledge\/services\/s3\.yml:\d+:\d+.*unknown field "modle"/)],
  });
  expect(await running.ready()).toMatchObject({ ready: true, knowledge: { refused: { mistakes: [expect.stringContaining('"modle"')] } } });
  expect((await slack.command('s3'))?.text).toContain('Amazon Renamed Storage');

  await running.edit((text) => text.replace(/^modle.*\n/m, ''));
  bot.kill('SIGHUP');
  await vi.waitFor(() => expect(times(bot, LOADED)).toBe(2), { timeout: 8000 });
  expect(await running.ready()).not.toHaveProperty('knowledge.refused');
});

test('a knowledge folder that went away keeps the old knowledge', async () => {
  await using running = await startEditable();
  await rm(running.file);
  await rename(join(running.file, '../../controls'), join(running.file, '../../gone'));
  running.bot.kill('SIGHUP');
  await running.bot.logged(REFUSED);
  expect((await running.slack.command('s3'))?.text).toContain('S3');
});

test('no question fails or waits while knowledge is loaded again and again', async () => {
  await using running = await startEditable();
  const { slack, bot } = running;
  let isOver = false;
  let asked = 0;
  const asking = (async () => {
    for (; !isOver; asked += 1) expect((await slack.command('s3'))?.text).toContain('S3');
  })();
  for (let round = 1; round <= 5; round += 1) {
    bot.kill('SIGHUP');
    await vi.waitFor(() => expect(times(bot, LOADED)).toBe(round), { timeout: 8000, interval: 10 });
  }
  isOver = true;
  await asking;
  expect(asked).toBeGreaterThan(20);
});

test('with SRM_KNOWLEDGE_WATCH a saved file is enough', async () => {
  await using running = await startEditable({ SRM_KNOWLEDGE_WATCH: 'true' });
  await running.edit(rename3('Amazon Watched Storage'));
  await running.bot.logged(LOADED);
  expect((await running.slack.command('s3'))?.text).toContain('Amazon Watched Storage');
});
