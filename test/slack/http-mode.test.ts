import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBot } from '../support/bot-process.js';
import { HttpRoute } from '../support/fake-slack/index.js';
import { appMention, eventCallback } from '../support/fake-slack/payloads.js';
import { testFeatures } from './features.js';
import { nextAnswer, testSurfaces } from './surfaces.js';
import { testTrouble } from './trouble.js';

let running: Awaited<ReturnType<typeof startBot>>;
beforeAll(async () => {
  running = await startBot('http');
});
afterAll(() => running[Symbol.asyncDispose]());

/** The address of the bot, as the fake knows it. */
function route(): HttpRoute {
  if (running.slack.route instanceof HttpRoute) return running.slack.route;
  throw new Error('the bot is not reached over HTTP');
}

describe('the built bot over HTTP', () => {
  testSurfaces(() => running.slack);
  testFeatures(() => running.slack, 'HTTP');

  test('logs no error in all this', () => {
    expect(running.bot.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(running.bot.stderr).toBe('');
  });

  const now = () => Math.floor(Date.now() / 1000);
  test.each([
    ['with a wrong signature', () => ({ secret: 'not-the-secret' })],
    ['from six minutes ago', () => ({ timestamp: now() - 360 })],
  ])('refuses a request %s', async (_, forgery) => {
    const message = running.slack.write('s3');
    const body = JSON.stringify(eventCallback(appMention(message)));
    expect(await route().post(body, 'application/json', forgery())).toMatchObject({ status: 401 });
    await nextAnswer(running.slack);
    expect(running.slack.conversations.replies(message)).toEqual([]);
  });

  test("answers Slack's check of the address", async () => {
    const body = JSON.stringify({ token: 't', challenge: 'c0ffee', type: 'url_verification' });
    expect(await route().post(body, 'application/json')).toMatchObject({ status: 200, payload: { challenge: 'c0ffee' } });
  });

  test('survives a body that is no JSON', async () => {
    expect(await route().post('no JSON', 'application/json')).toMatchObject({ status: 400 });
    await nextAnswer(running.slack);
  });

  testTrouble(() => running);
});
