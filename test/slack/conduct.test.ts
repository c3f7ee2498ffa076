import { describe, expect, test } from 'vitest';
import { elementsOf } from '../support/fake-slack/elements.js';
import { ALICE, BOB, type FakeSlack } from '../support/fake-slack/index.js';
import { startInProcess } from '../support/in-process.js';
import { realLibrary } from '../support/real-library.js';
import { controlsOf, given, wordsOf } from './eventually.js';

const eventsOf = (lines: string[]) => lines.map((line) => JSON.parse(line)).filter(({ event }) => event !== undefined);
const linkIn = (slack: FakeSlack) =>
  elementsOf(slack.conversations.messages.at(-1)?.blocks ?? []).find(({ element }) => element.action_id === 'link_propose')?.element.url;

describe('a question without an answer', () => {
  test('is noted without its words', async () => {
    const { slack, lines } = await startInProcess();
    await slack.command('frobnicate the quux');
    expect(eventsOf(lines)).toMatchObject([{ event: 'unknown', surface: 'command', reason: 'no-match', words: 3 }]);
    expect(lines.join('')).not.toContain('frobnicate');
  });

  test('is noted with its words if the operator wants them', async () => {
    const { slack, lines } = await startInProcess({ conduct: { logUnknownText: true } });
    await slack.command('frobnicate the quux');
    expect(eventsOf(lines)).toMatchObject([{ event: 'unknown', asked: 'frobnicate the quux' }]);
  });

  test('offers a form with the question filled in', async () => {
    const { slack } = await startInProcess({ conduct: { proposeUrl: 'https://example.com/issues/new?template=entry.yml' } });
    const shown = given(await slack.command('frobnicate the quux & "more" <now>'));
    const url = new URL(String(linkIn(slack)));
    expect(url.searchParams.get('template')).toBe('entry.yml');
    expect(url.searchParams.get('title')).toBe('frobnicate the quux & "more" <now>');
    expect(await slack.act(shown, 'link_propose')).toMatchObject({ acknowledged: true });
    await slack.command(`frobnicate ${'😀'.repeat(500)}`);
    expect(String(linkIn(slack)).length).toBeLessThan(3000);
  });

  test('offers no form if there is none, nor for what is no question of responsibility', async () => {
    const { slack } = await startInProcess();
    expect(controlsOf(given(await slack.command('frobnicate the quux'))).flat()).not.toContain('link_propose');
    const { slack: other } = await startInProcess({ library: realLibrary, conduct: { proposeUrl: 'https://example.com/new' } });
    expect(controlsOf(given(await other.command('how much does it cost?'))).flat()).not.toContain('link_propose');
  });
});

describe('one person', () => {
  test('is answered so often in a minute, told once, and others are answered', async () => {
    const { slack } = await startInProcess({ conduct: { perMinute: 3 } });
    const shown = [];
    for (let count = 0; count < 6; count += 1) shown.push(await slack.command('s3'));
    expect(shown.slice(0, 3).every((message) => message?.text.includes('Amazon S3'))).toBe(true);
    expect(shown[3]).toMatchObject({ text: expect.stringMatching(/minute/), visibleTo: ALICE });
    expect(shown.slice(4)).toEqual([undefined, undefined]);
    expect(await slack.command('s3', { user: BOB })).toMatchObject({ text: expect.stringContaining('Amazon S3') });
  });

  test('is told in the thread, too', async () => {
    const { slack } = await startInProcess({ conduct: { perMinute: 1 } });
    const messages = [await slack.mention('s3'), await slack.mention('s3'), await slack.mention('s3')];
    const said = messages.map((message) => slack.conversations.replies(message).map(({ text }) => text));
    expect(said).toEqual([[expect.stringContaining('Amazon S3')], [expect.stringMatching(/minute/)], []]);
  });

  test('keeps an answer when a click is one too many, and shares nothing', async () => {
    const { slack } = await startInProcess({ conduct: { perMinute: 1 } });
    const shown = given(await slack.command('who patches the os on rds?'));
    await slack.act(shown, 'share');
    await slack.act(shown, 'open_0');
    expect(shown.text).toContain('Guest OS patching');
    expect(slack.conversations.messages.map(({ visibleTo }) => visibleTo)).toEqual([ALICE, ALICE]);
  });

  test('keeps an answer in a modal, too', async () => {
    const { slack } = await startInProcess({ conduct: { perMinute: 1 } });
    await slack.shortcut('look_up');
    const modal = given(slack.views.modal);
    await slack.act(modal, 'lookup', { option: 'service:s3' });
    await slack.act(modal, 'lookup', { option: 'service:ec2' });
    expect(wordsOf(modal.content)).toContain('Amazon S3');
    expect(wordsOf(slack.views.modal?.content)).toContain('minute');
  });

  test('is named in the log by a pseudonym only', async () => {
    const { slack, lines } = await startInProcess({ conduct: { perMinute: 1 } });
    await slack.command('s3');
    await slack.command('s3');
    expect(eventsOf(lines)).toMatchObject([{ event: 'limited', user: expect.any(String) }]);
    expect(eventsOf(lines).map(({ user }) => user)).not.toContain(ALICE);
  });
});

test('a word that is no command shows some that are', async () => {
  const { slack } = await startInProcess();
  expect(wordsOf((await slack.command('--frobnicate'))?.blocks)).toContain('Try: `s3`');
});

test('help teaches every way in that is registered', async () => {
  const { slack } = await startInProcess();
  const help = wordsOf((await slack.command('help'))?.blocks);
  for (const words of ['/srm s3', '/srm share s3', 'threads', 'Mention me', 'Who is responsible?', 'Write to me directly', 'Look up responsibility'])
    expect(help).toContain(words);
});

test('tables are lines in private answers if the operator says so', async () => {
  const { slack } = await startInProcess({ conduct: { plainTables: true } });
  const shown = await slack.command('guest os patching');
  expect(wordsOf(shown?.blocks)).toContain('abstract');
  expect(wordsOf(shown?.blocks)).not.toContain('"table"');
  const root = await slack.mention('guest os patching');
  expect(wordsOf(slack.conversations.replies(root))).toContain('"table"');
});

test('the Home tab names the support contact', async () => {
  const { slack } = await startInProcess({ conduct: { supportContact: '#ask-cloud <!channel>' } });
  await slack.openApp('home');
  expect(wordsOf(slack.views.home(ALICE)?.content)).toContain('#ask-cloud &lt;!channel&gt;');
});
