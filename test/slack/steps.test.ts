import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/ask/answer.js';
import { openLibrary } from '../../src/ask/catalog.js';
import type { FakeSlack, SlackMessage } from '../support/fake-slack/index.js';
import { startInProcess } from '../support/in-process.js';
import { realKnowledge, realLibrary } from '../support/real-library.js';
import { controlsOf, given, wordsOf } from './eventually.js';
import { showing } from './surfaces.js';

const { bot } = realLibrary;
let slack: FakeSlack;
beforeAll(async () => {
  ({ slack } = await startInProcess({ library: realLibrary }));
});

const privately = async (text: string) => given(await slack.command(text));
/** What follows a mention, and what follows that. */
const inThread = async (text: string) => {
  const root = await slack.mention(text);
  return { root, replies: () => slack.conversations.replies(root), first: given(slack.conversations.replies(root)[0]) };
};
const expectShown = (message: SlackMessage | undefined, answer: Answer) => expect(message).toMatchObject(showing(answer));
const optionsOf = (answer: Answer) => (answer.kind === 'suggestions' ? answer.options : []);

describe('did you mean', () => {
  const UNSURE = 'timestream';
  const [option] = optionsOf(bot.ask(UNSURE));

  test('has a question with several meanings to test with', () => {
    expect(bot.ask(UNSURE).kind).toBe('suggestions');
  });

  test('is replaced by the answer, privately', async () => {
    const shown = await privately(UNSURE);
    await slack.act(shown, 'choose_0');
    expectShown(shown, bot.open(given(option).pick));
    expect(shown.visibleTo).toBeDefined();
  });

  test('is replaced by the answer, in a thread', async () => {
    const { replies, first } = await inThread(UNSURE);
    await slack.act(first, 'choose_0');
    expect(replies()).toHaveLength(1);
    expectShown(replies()[0], bot.open(given(option).pick));
  });
});

describe('drilling down', () => {
  test('from a verdict to the service, to a control across services, and back step by step', async () => {
    const shown = await privately('who patches the os on rds?');
    expect(controlsOf(shown).flat()).not.toContain('back');
    await slack.act(shown, 'open_0');
    expectShown(shown, bot.open({ open: 'service', id: 'rds' }));
    await slack.act(shown, 'compare', { option: 'service:ec2' });
    expectShown(shown, bot.open({ open: 'comparison', ids: ['rds', 'ec2'] }));
    await slack.act(shown, 'back');
    expectShown(shown, bot.open({ open: 'service', id: 'rds' }));
    await slack.act(shown, 'back');
    expectShown(shown, bot.ask('who patches the os on rds?'));
    expect(controlsOf(shown).flat()).not.toContain('back');
    await slack.act(shown, 'open_1');
    expectShown(shown, bot.open({ open: 'control', id: 'guest-os-patching' }));
  });

  test('a verdict is compared with another service', async () => {
    const shown = await privately('who patches the os on rds?');
    const [services, ...others] = await slack.suggest(shown, 'compare', 'lambda');
    expect([services?.label, others]).toEqual(['Services', []]);
    await slack.act(shown, 'compare', { option: 'service:lambda' });
    expectShown(shown, bot.open({ open: 'comparison', ids: ['rds', 'lambda'] }));
  });

  test('a control is looked up on a service', async () => {
    const shown = await privately('guest os patching');
    expectShown(shown, bot.open({ open: 'control', id: 'guest-os-patching' }));
    await slack.act(shown, 'on_service', { option: 'service:rds' });
    expectShown(shown, bot.open({ open: 'row', service: 'rds', control: 'guest-os-patching' }));
    await slack.act(shown, 'back');
    expectShown(shown, bot.open({ open: 'control', id: 'guest-os-patching' }));
  });

  test('a service compared with itself is the service', async () => {
    const shown = await privately('rds');
    await slack.act(shown, 'compare', { option: 'service:rds' });
    expectShown(shown, bot.open({ open: 'service', id: 'rds' }));
  });

  test('in a thread, each step follows, and the way back is above', async () => {
    const { replies, first } = await inThread('who patches the os on rds?');
    await slack.act(first, 'open_0');
    expect(replies()).toHaveLength(2);
    expectShown(replies()[0], bot.ask('who patches the os on rds?'));
    expect(controlsOf(given(replies()[1])).flat()).not.toContain('back');
  });

  test('the way back survives a question of any length', async () => {
    for (const text of [`who patches the os on rds? ${'please '.repeat(60)}`, 'who patches the os on rds | ec2 % 7C?']) {
      const shown = await privately(text);
      if (!controlsOf(shown).flat().includes('open_0')) continue;
      await slack.act(shown, 'open_0');
      await slack.act(shown, 'back');
      expect(wordsOf(shown.blocks)).toContain('OS patching');
    }
  });
});

describe('everything about a service', () => {
  test('is read page by page, and back', async () => {
    const shown = await privately('rds');
    const service = bot.open({ open: 'service', id: 'rds' });
    const titles = service.kind === 'service' ? service.rows.map(({ control }) => control.title) : [];
    await slack.act(shown, 'page_1');
    const read = [wordsOf(shown.blocks)];
    while (controlsOf(shown).flat().includes('turn_on')) {
      await slack.act(shown, 'turn_on');
      read.push(wordsOf(shown.blocks));
    }
    expect(read.length).toBeGreaterThan(2);
    for (const title of titles) expect(read.filter((page) => page.includes(`*${title}*`))).toHaveLength(1);
    await slack.act(shown, 'turn_back');
    expect(wordsOf(shown.blocks)).toBe(read.at(-2));
    await slack.act(shown, 'back');
    expectShown(shown, service);
  });

  test('in a thread, the pages follow once, and turn in place', async () => {
    const { replies, first } = await inThread('rds');
    await slack.act(first, 'page_1');
    await slack.act(given(replies()[1]), 'turn_on');
    expect(replies()).toHaveLength(2);
    expect(wordsOf(replies()[1]?.blocks)).toContain('Page 2 of');
  });

  test('in a modal', async () => {
    await slack.shortcut('look_up');
    const modal = given(slack.views.modal);
    await slack.act(modal, 'lookup', { option: 'service:rds' });
    await slack.act(modal, 'page_1');
    await slack.act(modal, 'turn_on');
    expect(wordsOf(modal.content)).toContain('Page 2 of');
    await slack.act(modal, 'back');
    expect(wordsOf(modal.content)).toContain('Managed relational databases');
  });
});

describe('buttons of long ago', () => {
  test('work after a restart', async () => {
    const shown = await privately('who patches the os on rds?');
    await startInProcess({ library: realLibrary }, slack);
    await slack.act(shown, 'open_0');
    await slack.act(shown, 'back');
    expectShown(shown, bot.ask('who patches the os on rds?'));
    await slack.act(shown, 'share');
    expectShown(slack.conversations.messages.at(-1), bot.ask('who patches the os on rds?'));
  });

  test('work after an id was renamed', async () => {
    const shown = await privately('s3');
    const { s3, ...rest } = Object.fromEntries(realKnowledge.services);
    const renamed = openLibrary({ ...realKnowledge, services: new Map(Object.entries({ ...rest, 'simple-storage': { ...given(s3), was: ['s3'] } })) });
    await startInProcess({ library: renamed }, slack);
    await slack.click(shown, { action_id: 'open_0', value: 'service:s3' });
    expectShown(shown, renamed.bot.open({ open: 'service', id: 'simple-storage' }));
    await startInProcess({ library: realLibrary }, slack);
  });

  test.each(['page_1', 'back', 'share', 'turn_on', 'open_7', 'choose_9'])('%s without sense gives help, and no error', async (action_id) => {
    const shown = await privately('s3');
    await slack.click(shown, { action_id, value: '<nonsense>' });
    expect(wordsOf(slack.conversations.messages)).toContain('Name a service, a control or both');
  });

  test.each(['feedback_up', 'send_to_me'])('%s without sense does nothing', async (action_id) => {
    const shown = await privately('s3');
    const before = slack.conversations.messages.length;
    await slack.click(shown, { action_id, value: '{"vote":"sideways"}' });
    expect(slack.conversations.messages).toHaveLength(before);
  });
});
