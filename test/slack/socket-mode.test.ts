import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startBot } from '../support/bot-process.js';
import { testFeatures } from './features.js';
import { nextAnswer, testSurfaces } from './surfaces.js';
import { testTrouble } from './trouble.js';

let running: Awaited<ReturnType<typeof startBot>>;
beforeAll(async () => {
  running = await startBot('socket');
});
afterAll(() => running[Symbol.asyncDispose]());

describe('the built bot in Socket Mode', () => {
  testSurfaces(() => running.slack);
  testFeatures(() => running.slack, 'SOCKET');

  test('logs no error in all this', () => {
    expect(running.bot.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(running.bot.stderr).toBe('');
  });

  test('needs no port', () => {
    expect(running.bot.stdout).not.toContain('port');
  });

  test.each(['no JSON', 'null', '{}', '{"type":"events_api"}', '{"type":"events_api","envelope_id":"1","payload":{"event":null}}'])(
    'survives the frame %s',
    async (frame) => {
      running.server.socketMode.sendRaw(frame);
      await nextAnswer(running.slack);
    },
  );

  test('is back within a second or two when the connection is cut', async () => {
    const { server, slack, bot } = running;
    const ready = () => bot.lines.filter(({ msg }) => msg === 'ready').length;
    const before = ready();
    server.socketMode.drop();
    await vi.waitFor(() => expect(ready()).toBe(before + 1), { timeout: 4000, interval: 10 });
    await nextAnswer(slack);
  });

  testTrouble(() => running);
});
