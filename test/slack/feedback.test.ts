import { beforeAll, expect, test } from 'vitest';
import { Votes } from '../../src/slack/feedback.js';
import { createPseudonym } from '../../src/slack/pseudonym.js';
import { ALICE, BOB, type FakeSlack } from '../support/fake-slack/index.js';
import { startInProcess } from '../support/in-process.js';
import { given, wordsOf } from './eventually.js';

let slack: FakeSlack;
let lines: string[];
beforeAll(async () => {
  ({ slack, lines } = await startInProcess());
});
const feedback = () => lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'feedback');
const answered = async () => {
  const root = await slack.mention('who patches the os on rds?');
  return given(slack.conversations.replies(root)[0]);
};

test('a thumb goes to the log with what was understood, and without the person', async () => {
  const message = await answered();
  await slack.act(message, 'feedback', { thumb: 'positive_button' });
  expect(feedback().at(-1)).toMatchObject({ level: 'info', value: 'up', kind: 'verdict', understood: ['rds:guest-os-patching'], user: expect.any(String) });
  expect(JSON.stringify(feedback())).not.toMatch(/U0ALICE01|C0GENERAL/i);
});

test('the last thumb of a person on a message counts', async () => {
  const message = await answered();
  const before = feedback().length;
  await slack.act(message, 'feedback', { thumb: 'positive_button' });
  await slack.act(message, 'feedback', { thumb: 'positive_button' });
  await slack.act(message, 'feedback', { thumb: 'negative_button' });
  await slack.act(message, 'feedback', { thumb: 'positive_button' }, BOB);
  const [first, second, other, ...more] = feedback().slice(before);
  expect([first, second, other].map(({ value, replaces }) => [value, replaces])).toEqual([
    ['up', undefined],
    ['down', 'up'],
    ['up', undefined],
  ]);
  expect(more).toEqual([]);
  expect(second).toMatchObject({ user: first.user, message: first.message });
  expect(other.user).not.toBe(first.user);
});

test('a reason may be given', async () => {
  const message = await answered();
  await slack.act(message, 'feedback', { thumb: 'negative_button' });
  const modal = given(slack.views.modal);
  expect(wordsOf(modal.content)).toContain('without your name');
  const values = {
    what: { what: { type: 'radio_buttons', selected_option: { text: { type: 'plain_text', text: 'x' }, value: 'wrong-owner' } } },
    words: { words: { type: 'plain_text_input', value: 'The docs say otherwise' } },
  };
  expect(await slack.submit(modal, values)).toMatchObject({ acknowledged: true });
  expect(feedback().at(-1)).toMatchObject({
    value: 'down',
    kind: 'verdict',
    reason: 'wrong-owner',
    detail: 'The docs say otherwise',
    user: feedback().at(-2).user,
    message: feedback().at(-2).message,
  });
});

test('a vote counts although the modal cannot open', async () => {
  const message = await answered();
  slack.faults.next('views.open', { error: 'expired_trigger_id' });
  const before = slack.conversations.messages.length;
  await slack.act(message, 'feedback', { thumb: 'negative_button' });
  expect(feedback().at(-1)).toMatchObject({ value: 'down' });
  expect(slack.conversations.messages).toHaveLength(before);
});

test('plain thumbs under a private answer are thanked for privately', async () => {
  const shown = given(await slack.command('s3'));
  await slack.act(shown, 'feedback_up');
  expect(feedback().at(-1)).toMatchObject({ value: 'up', kind: 'service', understood: ['s3'] });
  expect(slack.conversations.messages.at(-1)).toMatchObject({ text: expect.stringMatching(/^Thank you/), visibleTo: ALICE });
  await slack.act(shown, 'feedback_down');
  expect(feedback().at(-1)).toMatchObject({ value: 'down', replaces: 'up' });
});

test('an answer in a modal has thumbs, too', async () => {
  await slack.shortcut('look_up');
  const modal = given(slack.views.modal);
  await slack.act(modal, 'lookup', { option: 'service:s3' });
  await slack.act(modal, 'feedback_up');
  expect(feedback().at(-1)).toMatchObject({ value: 'up', understood: ['s3'] });
  expect(wordsOf(slack.views.modal?.content)).toContain('Thank you');
  await slack.act(modal, 'lookup', { option: 'service:ec2' });
  await slack.act(modal, 'feedback_down');
  expect(feedback().at(-1)).toMatchObject({ value: 'down', understood: ['ec2'] });
  expect(feedback().at(-1)).not.toHaveProperty('replaces');
  expect(wordsOf(slack.views.modal?.content)).toContain('What was wrong?');
});

test('votes are remembered for a bounded number of messages', () => {
  const votes = new Votes(2);
  expect([votes.cast('a', 'up'), votes.cast('b', 'up'), votes.cast('c', 'up'), votes.cast('a', 'up'), votes.cast('c', 'down')]).toEqual([
    'new',
    'new',
    'new',
    'new',
    'up',
  ]);
});

test('a pseudonym is the same with the same secret, and says nothing', () => {
  const [one, same, other] = [createPseudonym('secret'), createPseudonym('secret'), createPseudonym()];
  expect(one('U1')).toBe(same('U1'));
  expect(one('U1')).not.toBe(one('U2'));
  expect(one('U1')).not.toBe(other('U1'));
  expect(createPseudonym()('U1')).not.toBe(other('U1'));
  expect(one('U0ALICE01')).not.toMatch(/alice/i);
});
