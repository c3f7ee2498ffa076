import { describe, expect, test } from 'vitest';
import { ALICE, BOB, CHANNEL, type FakeSlack } from '../support/fake-slack/index.js';
import { testBot } from '../support/in-process.js';
import { controlsOf, eventually, given, wordsOf } from './eventually.js';
import { showing } from './surfaces.js';

const bot = testBot();

/** What belongs to the person who asked, and how it gets to everyone. */
export function testSharing(slack: () => FakeSlack): void {
  describe('a private answer', () => {
    test('says that it is private, and offers to share, to dismiss and to vote', async () => {
      const shown = given(await slack().command('s3'));
      expect(wordsOf(shown.blocks)).toContain('Only you can see this');
      expect(controlsOf(shown).at(-1)).toEqual(['share', 'dismiss', 'feedback_up', 'feedback_down']);
    });

    test('that asks back, or explains how to ask, is not for sharing', async () => {
      for (const text of ['', 'help', 'zzzz qqqq']) {
        const shown = given(await slack().command(text));
        expect(controlsOf(shown).flat()).toContain('dismiss');
        expect(controlsOf(shown).flat()).not.toContain('share');
      }
    });

    test.each(['C0MEMBER1', 'C0OUTSIDE'])('is shared in %s with the name of who did, and then gone', async (channel) => {
      if (channel === 'C0OUTSIDE') slack().conversations.outside.add(channel);
      const shown = given(await slack().command('who patches the os on rds?', { user: BOB, channel }));
      await slack().act(shown, 'share', {}, BOB);
      const shared = await eventually(() => {
        const found = given(slack().conversations.messages.find((message) => message.channel === channel && !message.visibleTo));
        expect(slack().conversations.messages).not.toContain(shown);
        return found;
      });
      expect(shared).toMatchObject({ ...showing(bot.ask('who patches the os on rds?')), via: 'response_url' });
      expect(wordsOf(shared.blocks)).toContain(`Shared by ${BOB.toLowerCase()}`);
      expect(controlsOf(shared).at(-1)).toEqual(['feedback']);
      slack().conversations.remove(shared);
    });

    test('goes away when it is dismissed', async () => {
      const shown = given(await slack().command('s3'));
      await slack().act(shown, 'dismiss');
      await eventually(() => expect(slack().conversations.messages).not.toContain(shown));
    });
  });

  test('a button under a shared answer works where the bot is not a member', async () => {
    slack().conversations.outside.add('C0ELSE001');
    const shown = given(await slack().command('share who patches the os on rds?', { channel: 'C0ELSE001' }));
    await slack().act(shown, 'open_0');
    const [reply] = await eventually(() => {
      const found = slack().conversations.replies(shown);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(reply).toMatchObject({ ...showing(bot.open({ open: 'service', id: 'rds' })), via: 'response_url' });
    expect(reply).not.toHaveProperty('visibleTo');
  });

  test.each(['--public s3', 'share s3', 'SHARE   s3', ' --public s3'])('/srm %s is answered for the channel', async (text) => {
    const shown = given(await slack().command(text));
    expect(shown).toMatchObject({ ...showing(bot.ask('s3')), channel: CHANNEL, via: 'ack' });
    expect(shown).not.toHaveProperty('visibleTo');
    expect(wordsOf(shown.blocks)).toContain(`Shared by ${ALICE.toLowerCase()}`);
  });

  test.each(['--public', 'share', 'share zzzz qqqq', '--public help'])('/srm %s has no answer for the channel, and says so privately', async (text) => {
    expect(await slack().command(text)).toMatchObject({ visibleTo: ALICE });
  });
}
