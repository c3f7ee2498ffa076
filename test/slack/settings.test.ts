import { describe, expect, test } from 'vitest';
import { type Mode, startBot } from '../support/bot-process.js';
import { ALICE } from '../support/fake-slack/index.js';
import { eventually, given, wordsOf } from './eventually.js';

const SETTINGS = {
  SRM_QUESTIONS_PER_MINUTE: '2',
  SRM_LOG_UNKNOWN_TEXT: 'true',
  SRM_PROPOSE_URL: 'https://example.com/issues/new',
  SRM_SUPPORT_CONTACT: '#ask-cloud',
};

describe.concurrent.each<Mode>(['socket', 'http'])('the built bot over %s', (mode) => {
  test('does as its settings say, and names nobody in its log', async () => {
    await using running = await startBot(mode, SETTINGS);
    const { slack, bot } = running;
    const missed = given(await slack.command('frobnicate the quux'));
    expect(wordsOf(missed.blocks)).toContain('https://example.com/issues/new?title=frobnicate');
    const root = await slack.mention('s3');
    const reply = await eventually(() => given(slack.conversations.replies(root)[0]));
    await slack.act(reply, 'feedback', { thumb: 'positive_button' });
    expect(await slack.command('s3')).toMatchObject({ text: expect.stringMatching(/minute/) });
    await slack.openApp('home');
    await eventually(() => expect(wordsOf(slack.views.home(ALICE)?.content)).toContain('#ask-cloud'));
    await eventually(() => expect(bot.lines.flatMap(({ event }) => event ?? []).toSorted()).toEqual(['feedback', 'limited', 'unknown']));
    expect(bot.lines.find(({ event }) => event === 'unknown')).toMatchObject({ asked: 'frobnicate the quux' });
    expect(bot.stdout).not.toContain(ALICE);
  });
});
