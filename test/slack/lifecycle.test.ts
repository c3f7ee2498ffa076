import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { BotProcess, type Mode, settings, startBot } from '../support/bot-process.js';
import { SlackServer } from '../support/fake-slack/index.js';
import { replies } from './surfaces.js';

/** Runs the bot until it ends. */
async function runToEnd(env: Record<string, string>) {
  await using bot = new BotProcess(env);
  const { code } = await bot.exited;
  return { code, stdout: bot.stdout, stderr: bot.stderr };
}

const STACK = /^\s+at /m;

describe.concurrent('the bot does not start', () => {
  test('without its settings: it names each one', async () => {
    const { code, stdout, stderr } = await runToEnd({ LOG_LEVEL: 'quite-loud' });
    expect(code).toBe(2);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'LOG_LEVEL']) expect(stderr).toContain(name);
    expect(stdout + stderr).not.toMatch(/quite-loud/);
    expect(stderr).not.toMatch(STACK);
  });

  test('with tokens in the wrong places: it does not show them', async () => {
    const { code, stdout, stderr } = await runToEnd({ SLACK_BOT_TOKEN: 'xapp-hush-hush', SLACK_APP_TOKEN: 'xoxb-hush-hush' });
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain('hush-hush');
  });

  test('without knowledge', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'srm-'));
    const { code, stderr } = await runToEnd({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SRM_KNOWLEDGE_DIR: empty });
    expect(code).toBe(2);
    expect(stderr).toMatch(/knowledge\/.*SRM_KNOWLEDGE_DIR/);
    expect(stderr).not.toMatch(STACK);
  });

  test.each<[Mode, string, string]>([
    ['http', 'auth.test', 'SLACK_BOT_TOKEN'],
    ['socket', 'auth.test', 'SLACK_BOT_TOKEN'],
    ['socket', 'apps.connections.open', 'SLACK_APP_TOKEN'],
  ])('over %s, if %s refuses the token: it names %s', async (mode, method, variable) => {
    const server = await SlackServer.start();
    server.slack.faults.always(method, { error: 'invalid_auth' });
    const { code, stdout, stderr } = await runToEnd(settings(server, mode));
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`${variable} \\(invalid_auth\\)`));
    expect(stderr).not.toMatch(STACK);
    expect(stdout + stderr).not.toMatch(/xoxb-not|xapp-not/);
    await server.goDown();
  });

  test('on a port that is taken', async () => {
    const server = await SlackServer.start();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    const address = taken.address();
    const port = address && typeof address === 'object' ? String(address.port) : '';
    const { code, stderr } = await runToEnd({ ...settings(server, 'http'), PORT: port });
    expect(code).toBe(1);
    expect(stderr).toMatch(`PORT ${port}`);
    expect(stderr).not.toMatch(STACK);
    taken.close();
    await server.goDown();
  });
});

describe.concurrent.each<Mode>(['socket', 'http'])('over %s', (mode) => {
  test('the bot waits for Slack to come up', async () => {
    const server = await SlackServer.start();
    const env = settings(server, mode);
    await server.goDown();
    await using bot = new BotProcess(env);
    await bot.logged('Slack was not reached, trying again');
    await server.comeBack();
    await bot.logged('ready');
    bot.kill();
    expect(await bot.exited).toMatchObject({ code: 0 });
    await server.goDown();
  });

  test('the log keeps tokens, addresses and words to itself, even when it says all', async () => {
    await using running = await startBot(mode, { LOG_LEVEL: 'debug' });
    const { slack, bot } = running;
    const shown = await slack.command('hush-hush s3');
    await slack.mention('hush-hush s3');
    const message = await slack.direct('hush-hush s3');
    if (shown) await slack.click(shown, { action_id: 'open_0', value: 'service:s3' });
    await replies(slack, message);
    await vi.waitFor(() => expect(bot.lines.filter(({ msg }) => msg === 'answered')).toHaveLength(4), { timeout: 4000 });
    expect(bot.lines.filter(({ level }) => level === 'debug').length).toBeGreaterThan(10);
    expect(bot.stdout).not.toMatch(/hush-hush|xoxb-|xapp-|0123456789abcdef|commands\/|ticket=/);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends an idle bot at once', async (signal) => {
    await using running = await startBot(mode);
    const started = performance.now();
    running.bot.kill(signal);
    expect(await running.bot.exited).toEqual({ code: 0, signal: null });
    // Well below the ten seconds that unfinished work is given, also on a busy machine.
    expect(performance.now() - started).toBeLessThan(4000);
    expect(running.bot.stderr).toBe('');
  });

  test('SIGTERM under load loses nothing that was accepted', async () => {
    await using running = await startBot(mode);
    const { slack, bot } = running;
    running.server.socketMode.patience = 9000;
    // The answers take a while: Slack asks to wait with twenty of them.
    slack.faults.next('chat.postMessage', ...Array.from({ length: 20 }, () => ({ status: 429, retryAfter: 1 })));
    const mentions = Array.from({ length: 100 }, () => slack.mention('s3'));
    const commands = Array.from({ length: 100 }, () => slack.command('s3'));
    // One of each was taken: the others are on their way.
    await Promise.all([Promise.race(mentions), Promise.race(commands)]);
    bot.kill();
    const [mentioned, commanded] = [await Promise.allSettled(mentions), await Promise.allSettled(commands)];
    expect(await bot.exited).toEqual({ code: 0, signal: null });
    const accepted = mentioned.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(accepted.length).toBeGreaterThan(20);
    for (const message of accepted) expect(slack.conversations.replies(message)).toHaveLength(1);
    const answered = commanded.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(answered.length).toBeGreaterThan(0);
    for (const shown of answered) expect(shown).toBeDefined();
    expect(bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
  }, 30_000);

  test('SIGTERM ends the bot within ten seconds even if Slack hangs', async () => {
    await using running = await startBot(mode);
    running.slack.faults.always('chat.postMessage', 'hang');
    await running.slack.mention('s3');
    const started = performance.now();
    running.bot.kill();
    expect(await running.bot.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(running.bot.lines.at(-1)).toMatchObject({ level: 'warn', inFlight: 1 });
  });
});

describe.concurrent('in Socket Mode', () => {
  test('what Slack sent before SIGTERM is answered', async () => {
    await using running = await startBot('socket');
    const commands = Array.from({ length: 50 }, () => running.slack.command('s3'));
    running.bot.kill();
    for (const shown of await Promise.all(commands)) expect(shown).toBeDefined();
  });

  test('the bot ends when Slack refuses its token later on', async () => {
    await using running = await startBot('socket');
    running.slack.faults.always('apps.connections.open', { error: 'account_inactive' });
    running.server.socketMode.refresh();
    expect(await running.bot.exited).toMatchObject({ code: 1 });
    expect(running.bot.stderr).toMatch(/SLACK_APP_TOKEN \(account_inactive\)/);
  });

  test('the bot asks again when Slack fails to give an address', async () => {
    await using running = await startBot('socket');
    running.slack.faults.next('apps.connections.open', { status: 429, retryAfter: 1 }, 'malformed');
    running.server.socketMode.drop();
    await vi.waitFor(() => expect(running.bot.lines.filter(({ msg }) => msg === 'ready')).toHaveLength(2), { timeout: 12_000, interval: 20 });
  });
});
