import { createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { BotProcess, type Mode, settings, startBot } from '../support/bot-process.js';
import { HttpRoute, SlackServer } from '../support/fake-slack/index.js';

const MODES: Mode[] = ['socket', 'http'];
/** Any free port. */
const HEALTH = { SRM_HEALTH_PORT: '0' };

/** Where the bot serves its health. */
async function healthOf(bot: BotProcess): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const { port } = await bot.logged('health and metrics');
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

describe.each(MODES)('over %s', (mode) => {
  test('health, readiness and metrics have a port of their own', async () => {
    await using running = await startBot(mode, HEALTH);
    const get = await healthOf(running.bot);
    expect((await get('/healthz')).status).toBe(200);
    const ready = await get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true, slack: 'connected', knowledge: { loaded: expect.stringMatching(/^20.*Z$/) } });
    expect((await get('/healthz', { method: 'HEAD' })).status).toBe(200);
    expect((await get('/slack/events')).status).toBe(404);
    expect((await get('/healthz', { method: 'POST' })).status).toBe(404);
  });

  test('the bot is alive and not ready while Slack cannot be reached', async () => {
    const server = await SlackServer.start();
    const env = { ...settings(server, mode), ...HEALTH };
    await server.goDown();
    await using bot = new BotProcess(env);
    const get = await healthOf(bot);
    expect((await get('/healthz')).status).toBe(200);
    const waiting = await get('/readyz');
    expect(waiting.status).toBe(503);
    expect(await waiting.json()).toMatchObject({ ready: false, slack: 'connecting' });
    await server.comeBack();
    await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(200), { timeout: 8000, interval: 50 });
    await server.goDown();
  });

  test('the bot is not ready any more once it is asked to stop', async () => {
    await using running = await startBot(mode, HEALTH);
    const get = await healthOf(running.bot);
    running.slack.faults.always('chat.postMessage', 'hang');
    await running.slack.mention('s3');
    running.bot.kill();
    await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(503), { timeout: 4000, interval: 10 });
  });

  test('a health port that is taken is an error in the log; the bot answers', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    const address = taken.address();
    const port = address && typeof address === 'object' ? String(address.port) : '';
    await using running = await startBot(mode, { SRM_HEALTH_PORT: port });
    expect(running.bot.lines.find(({ level }) => level === 'error')).toMatchObject({ msg: expect.stringContaining('SRM_HEALTH_PORT'), port: Number(port) });
    expect(await running.slack.command('s3')).toBeDefined();
    taken.close();
  });

  test('metrics count answers, unknown questions, and what Slack did not take', async () => {
    await using running = await startBot(mode, HEALTH);
    const { slack, bot } = running;
    const get = await healthOf(bot);
    slack.faults.next('chat.postMessage', { status: 500 }, 'reset');
    await slack.command('s3');
    await slack.command('zzzz qqqq xxxx');
    await slack.mention('s3');
    const page = await vi.waitFor(
      async () => {
        const text = await (await get('/metrics')).text();
        expect(text).toContain('srm_answers_total{kind="service",surface="mention"} 1');
        return text;
      },
      { timeout: 8000, interval: 50 },
    );
    expect(page).toContain('srm_answers_total{kind="service",surface="command"} 1');
    expect(page).toMatch(/srm_unknown_questions_total\{reason="[a-z-]+"\} 1/);
    expect(page).toContain('srm_slack_api_errors_total{method="chat.postMessage",reason="http_500"} 1');
    expect(page).toContain('srm_slack_api_errors_total{method="chat.postMessage",reason="network"} 1');
    expect(page).toContain('srm_answer_seconds_count{surface="command"} 2');
    expect(page).toContain('srm_slack_connected 1');
    expect(page).toMatch(/^process_resident_memory_bytes \d/m);
    slack.faults.next('chat.postMessage', { error: 'is_archived' });
    await slack.mention('s3');
    await vi.waitFor(async () => expect(await (await get('/metrics')).text()).toContain('srm_failed_questions_total{reason="is_archived"} 1'), {
      timeout: 4000,
    });
  });
});

test('in Socket Mode readiness follows the connection', async () => {
  await using running = await startBot('socket', HEALTH);
  const get = await healthOf(running.bot);
  await running.server.goDown();
  await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(503), { timeout: 4000, interval: 20 });
  expect(await (await get('/metrics')).text()).toContain('srm_slack_connected 0');
  await running.server.comeBack();
  await vi.waitFor(async () => expect((await get('/readyz')).status).toBe(200), { timeout: 8000, interval: 20 });
});

test('over HTTP the public port serves health, and keeps the metrics to itself', async () => {
  await using running = await startBot('http');
  const { port } = await running.bot.logged('ready');
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  expect((await get('/healthz')).status).toBe(200);
  expect(await (await get('/readyz')).json()).toMatchObject({ ready: true });
  expect((await get('/metrics')).status).toBe(404);
  expect(running.slack.route).toBeInstanceOf(HttpRoute);
});
