import { describe, expect, test, vi } from 'vitest';
import { packPick } from '../../src/ask/pick.js';
import { type Mode, startBot } from '../support/bot-process.js';
import type { SlackMessage } from '../support/fake-slack/index.js';

const MODES: Mode[] = ['socket', 'http'];
const PICK = { action_id: 'open_0', value: packPick({ open: 'service', id: 's3' }) };

type Running = Awaited<ReturnType<typeof startBot>>;

const replied = ({ slack }: Running, message: SlackMessage, timeout = 8000) =>
  vi.waitFor(() => expect(slack.conversations.replies(message)).toHaveLength(1), { timeout, interval: 10 });
const failed = ({ bot }: Running, timeout = 8000) =>
  vi.waitFor(() => expect(bot.lines.filter(({ msg }) => msg === 'could not answer')).toHaveLength(1), { timeout, interval: 10 });

describe.concurrent.each(MODES)('over %s', (mode) => {
  test('a response address that has expired: the error is logged, and the next click is answered', async () => {
    await using running = await startBot(mode);
    const { slack } = running;
    const shown = await slack.command('help');
    if (!shown) throw new Error('nothing was shown');
    slack.faults.next('response_url', { status: 404 });
    expect(await slack.click(shown, PICK)).toMatchObject({ acknowledged: true });
    await failed(running);
    await slack.click(shown, PICK);
    await vi.waitFor(() => expect(shown.via).toBe('response_url'), { timeout: 4000 });
  });

  test('Slack hangs: the request is given up after ten seconds and tried again', { timeout: 30_000 }, async () => {
    await using running = await startBot(mode);
    running.slack.faults.next('chat.postMessage', 'hang');
    await replied(running, await running.slack.mention('s3'), 15_000);
    expect(running.bot.lines.find(({ level }) => level === 'warn')).toMatchObject({ msg: 'Slack was not reached, trying again' });
  });

  test('the bot token is revoked: each lost answer is logged with the reason, private answers go on', async () => {
    await using running = await startBot(mode);
    running.slack.faults.always('chat.postMessage', { error: 'token_revoked' });
    await running.slack.mention('s3');
    await failed(running);
    expect(JSON.stringify(running.bot.lines.at(-1))).toContain('token_revoked');
    expect(await running.slack.command('s3')).toBeDefined();
  });

  test('a disk that cannot be written: nothing is missing', async () => {
    await using running = await startBot(mode, { NODE_OPTIONS: '--experimental-permission --allow-fs-read=* --allow-worker', SRM_HEALTH_PORT: '0' });
    await replied(running, await running.slack.mention('s3'));
    running.bot.kill('SIGHUP');
    await running.bot.logged('knowledge loaded again');
    expect(await running.slack.command('s3')).toBeDefined();
    expect(running.bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('the same event, delivered again and again, is answered once', async () => {
    await using running = await startBot(mode);
    const { slack } = running;
    const message = await slack.mention('s3');
    await replied(running, message);
    const { appMention, eventCallback } = await import('../support/fake-slack/payloads.js');
    const envelope = eventCallback(appMention(message));
    for (let num = 1; num <= 3; num += 1) await slack.deliver(envelope, { num, reason: 'http_timeout' });
    await replied(running, await slack.mention('ec2'));
    expect(slack.conversations.replies(message)).toHaveLength(1);
  });
});

test('the WebSocket is closed mid-answer: the answer still arrives, and so does the next one', async () => {
  await using running = await startBot('socket');
  const { slack, server } = running;
  slack.faults.next('chat.postMessage', { status: 429, retryAfter: 1 });
  const message = await slack.mention('s3');
  server.socketMode.drop();
  await replied(running, message);
  await vi.waitFor(() => expect(server.socketMode.connections).toBe(2), { timeout: 8000 });
  await replied(running, await slack.mention('ec2'));
});

test('a clock that is wrong by an hour: HTTP requests are refused, and the log says what to look at', async () => {
  await using running = await startBot('http');
  const { port } = await running.bot.logged('ready');
  const { HttpRoute, SIGNING_SECRET } = await import('../support/fake-slack/index.js');
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  const delivery = await new HttpRoute(`http://127.0.0.1:${port}/slack/events`).post('{"type":"event_callback"}', 'application/json', {
    secret: SIGNING_SECRET,
    timestamp: hourAgo,
  });
  expect(delivery.status).toBe(401);
  await vi.waitFor(() => expect(running.bot.stdout).toMatch(/x-slack-request-timestamp|stale|timestamp/i), { timeout: 4000 });
});
