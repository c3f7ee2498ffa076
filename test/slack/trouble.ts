import { describe, expect, test, vi } from 'vitest';
import { packPick } from '../../src/ask/pick.js';
import type { startBot } from '../support/bot-process.js';
import type { Fault } from '../support/fake-slack/faults.js';
import { nextAnswer, replies } from './surfaces.js';

const PICK = { action_id: 'open_0', value: packPick({ open: 'service', id: 's3' }) };

type Running = Awaited<ReturnType<typeof startBot>>;

/** What happens when Slack has trouble, however it reaches the bot. Leaves errors in the log. */
export function testTrouble(running: () => Running): void {
  const failures = () => running().bot.lines.filter(({ msg }) => msg === 'could not answer').length;
  const anotherFailure = (before: number) => vi.waitFor(() => expect(failures()).toBe(before + 1), { timeout: 8000, interval: 10 });

  describe('with trouble in Slack', () => {
    test.each<[string, Fault[]]>([
      ['limits the rate', [{ status: 429, retryAfter: 1 }]],
      ['fails twice', [{ status: 500 }, { status: 503 }]],
      ['cuts the connection', ['reset']],
    ])('an answer arrives although Slack %s', async (_, faults) => {
      const { slack } = running();
      const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
      const before = posts();
      slack.faults.next('chat.postMessage', ...faults);
      await replies(slack, await slack.mention('s3'));
      expect(posts() - before).toBe(faults.length + 1);
    });

    test.each<[string, Fault]>([
      ['refuses the message', { error: 'is_archived' }],
      ['answers with a page', 'malformed'],
      ['asks to wait for an hour', { status: 429, retryAfter: 3600 }],
    ])('one answer is lost if Slack %s, and the next one arrives', async (_, fault) => {
      const { slack } = running();
      const before = failures();
      slack.faults.always('chat.postMessage', fault);
      await slack.mention('s3');
      await anotherFailure(before);
      slack.faults.clear();
      await nextAnswer(slack);
    });

    test('a response address that fails is tried again', async () => {
      const { slack } = running();
      const shown = await slack.command('help');
      if (!shown) throw new Error('nothing was shown');
      slack.faults.next('response_url', { status: 500 });
      await slack.click(shown, PICK);
      await vi.waitFor(() => expect(shown.via).toBe('response_url'), { timeout: 4000 });
    });

    test('a response address that goes on failing is given up, and the next answer arrives', async () => {
      const { slack } = running();
      const shown = await slack.command('help');
      if (!shown) throw new Error('nothing was shown');
      const before = { failures: failures(), responses: slack.responses };
      slack.faults.always('response_url', { status: 500 });
      expect(await slack.click(shown, PICK)).toMatchObject({ acknowledged: true });
      await anotherFailure(before.failures);
      expect(slack.responses - before.responses).toBe(4);
      slack.faults.clear();
      await slack.click(shown, PICK);
      await vi.waitFor(() => expect(shown.via).toBe('response_url'));
    });

    test('an outage is survived', async () => {
      const { server, slack, bot } = running();
      const isSocket = server.socketMode.connections > 0;
      await server.goDown();
      // Over HTTP an event can still arrive; its answer waits for Slack.
      const asked = isSocket ? undefined : await slack.mention('s3');
      await vi.waitFor(() => expect(bot.lines.at(-1)?.msg).toMatch(/Slack (was not|cannot be) reached/), { timeout: 4000, interval: 10 });
      await server.comeBack();
      if (asked) await replies(slack, asked);
      else await vi.waitFor(() => expect(server.socketMode.connections).toBe(2), { timeout: 8000, interval: 10 });
      await nextAnswer(slack);
    });
  });
}
