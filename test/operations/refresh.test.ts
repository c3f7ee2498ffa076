import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { startBot } from '../support/bot-process.js';
import type { SlackMessage } from '../support/fake-slack/index.js';

/** Asks every 50 ms, by mention and by command, until `during` is over; gives what was not answered. */
async function lostWhile(running: Awaited<ReturnType<typeof startBot>>, during: () => Promise<void>) {
  const { slack } = running;
  const mentions: Promise<SlackMessage>[] = [];
  const commands: Promise<SlackMessage | undefined>[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      mentions.push(slack.mention('s3'));
      commands.push(slack.command('s3'));
      await sleep(50);
    }
  })();
  await during();
  isOver = true;
  await asking;
  const shown = await Promise.all(commands);
  const asked = await Promise.all(mentions);
  await vi.waitFor(() => expect(asked.filter((message) => slack.conversations.replies(message).length !== 1)).toEqual([]), { timeout: 4000 });
  return { asked: asked.length, unanswered: shown.filter((answer) => answer === undefined).length };
}

test.each(['warning', 'refresh_requested'] as const)('no question is lost while Slack replaces every connection (%s)', { timeout: 40_000 }, async (reason) => {
  await using running = await startBot('socket');
  const { socketMode } = running.server;
  const { asked, unanswered } = await lostWhile(running, async () => {
    for (let round = 0; round < 4; round += 1) {
      const before = running.slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
      // The connection is closed at once: the other one must serve until its successor is there.
      socketMode.refresh(reason, 0);
      await vi.waitFor(
        () => {
          expect(running.slack.calls.filter(({ method }) => method === 'apps.connections.open').length).toBeGreaterThan(before);
          expect(socketMode.connections).toBe(2);
        },
        { timeout: 4000, interval: 20 },
      );
      await sleep(200);
    }
  });
  expect(asked).toBeGreaterThan(50);
  expect(unanswered).toBe(0);
  expect(running.bot.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

test('Slack gone for a while, and back: the bot connects again within seconds, and says so', { timeout: 60_000 }, async () => {
  await using running = await startBot('socket');
  await running.server.goDown();
  await running.bot.logged('the connection to Slack is lost, connecting again');
  // Long enough for the pauses between attempts to have grown to their limit.
  await sleep(12_000);
  await running.server.comeBack();
  const back = performance.now();
  await vi.waitFor(() => expect(running.server.socketMode.connections).toBe(2), { timeout: 15_000, interval: 20 });
  expect(performance.now() - back).toBeLessThan(8000);
  expect(await running.slack.command('s3')).toBeDefined();
});
