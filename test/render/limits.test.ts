import { describe, expect, test } from 'vitest';
import type { Answer, Pick } from '../../src/ask/answer.js';
import { pickOf } from '../../src/ask/pick-of.js';
import { feedbackModal } from '../../src/render/feedback.js';
import { categoryBlocks, homeView } from '../../src/render/home.js';
import { lookupModal } from '../../src/render/lookup-modal.js';
import { toMessage } from '../../src/render/message.js';
import { isPaged, pageCount } from '../../src/render/pages.js';
import { WAYS } from '../../src/slack/listeners/index.js';
import { presentPage } from '../../src/slack/page.js';
import { type Audience, present } from '../../src/slack/present.js';
import type { Request } from '../../src/slack/request.js';
import { problemsOfMessage, problemsOfView } from '../support/fake-slack/block-kit.js';
import { elementsOf } from '../support/fake-slack/elements.js';
import { realKnowledge, realLibrary } from '../support/real-library.js';

const { bot, catalog } = realLibrary;
const { services, controls, concepts } = realKnowledge;

const picks: Pick[] = [
  ...[...services].flatMap(([id, { variants = {} }]): Pick[] => [
    { open: 'service', id },
    ...Object.keys(variants).map((variant): Pick => ({ open: 'service', id, variant })),
  ]),
  ...[...controls.keys()].map((id): Pick => ({ open: 'control', id })),
  ...[...concepts.keys()].map((id): Pick => ({ open: 'concept', id })),
  { open: 'help' },
];
/** Each service beside the next one, and three at a time. */
const comparisons: Pick[] = [...services.keys()].flatMap((id, index, ids) =>
  [2, 3].map((count): Pick => ({ open: 'comparison', ids: Array.from({ length: count }, (_, step) => ids[(index + 7 * step) % ids.length] ?? id) })),
);
/** Every control of some services of each model. */
const rows: Pick[] = ['ec2', 'rds', 's3', 'lambda', 'eks', 'fargate'].flatMap((service) =>
  [...controls.keys()].map((control): Pick => ({ open: 'row', service, control })),
);
const QUESTIONS = [
  '',
  'zzzz qqqq',
  'timestream',
  'how much does s3 cost?',
  'azure blob storage',
  '<!channel> <@U123> & <https://example.com|link> who patches rds?',
  'who patches the os on rds, ec2 and lambda?',
  `who patches the os on rds ${'and so on '.repeat(500)}`,
  'x'.repeat(10_000),
];

const answers: Answer[] = [...[...picks, ...comparisons, ...rows].map((pick) => bot.open(pick)), ...QUESTIONS.map((text) => bot.ask(text))];
const nameOf = (answer: Answer) => JSON.stringify(pickOf(answer) ?? answer.question.slice(0, 80));
/** What is wrong with any of them, by name. */
const faults = (check: (answer: Answer) => string[]) => answers.flatMap((answer) => check(answer).map((problem) => `${nameOf(answer)}: ${problem}`));

const LONG_WAY = Array.from({ length: 9 }, (_, index): Request => ({ ask: `a question of some length, number ${index}` }));
const framed = (answer: Answer, audience: Audience) =>
  present(answer, {
    audience,
    request: { ask: answer.question },
    trail: LONG_WAY,
    ways: WAYS,
    welcome: 'Welcome.',
    sharedBy: 'a'.repeat(80),
    proposeUrl: 'https://example.com/new',
    examples: ['s3'],
  });

describe('over the whole knowledge', () => {
  test('there is something to check', () => {
    expect(answers.length).toBeGreaterThan(1500);
    expect(new Set(answers.map(({ kind }) => kind)).size).toBe(8);
  });

  test('every answer keeps inside the limits of messages', () => {
    expect(faults((answer) => problemsOfMessage(toMessage(answer)))).toEqual([]);
  });

  test.each<Audience>(['private', 'public'])('so it does with everything around it: %s', (audience) => {
    expect(faults((answer) => problemsOfMessage(framed(answer, audience)))).toEqual([]);
  });

  test('every answer keeps inside the limits of modals', () => {
    expect(faults((answer) => problemsOfView(lookupModal({ blocks: framed(answer, 'modal').blocks, sends: 'ask:s3', notice: 'Sent.' })))).toEqual([]);
  });

  test('every button has words, or a label for screen readers', () => {
    const mute = (answer: Answer) =>
      elementsOf(framed(answer, 'private').blocks)
        .filter(
          ({ element: { type, text, accessibility_label } }) => type === 'button' && !accessibility_label && !/\p{L}/u.test(JSON.stringify(Object(text).text)),
        )
        .map(({ element }) => element.action_id);
    expect(faults(mute)).toEqual([]);
  });

  test('no answer is cut', () => {
    expect(faults((answer) => (/…"/.test(JSON.stringify(toMessage(answer).blocks)) ? ['ends in the middle'] : []))).toEqual([]);
  });

  test('every page keeps inside the limits, and shows each row once', () => {
    for (const answer of answers) {
      if (!isPaged(answer)) continue;
      const pages = Array.from({ length: pageCount(answer) }, (_, index) =>
        presentPage(answer, pickOf(answer) ?? { open: 'help' }, index + 1, { audience: 'private', trail: LONG_WAY }),
      );
      expect(pages.flatMap((page) => [...problemsOfMessage(page), ...problemsOfView(lookupModal(page))])).toEqual([]);
      const all = JSON.stringify(pages.map(({ blocks }) => blocks));
      const titles = answer.kind === 'service' ? answer.rows.map(({ control }) => control.title) : answer.differing.map(({ service }) => service.name);
      for (const title of titles) expect(all.split(`*${title.replaceAll('&', '&amp;')}*`), title).toHaveLength(2);
    }
  });

  test('the Home tab and the modals keep inside the limits', () => {
    const visit = { catalog, examples: ['s3'], ways: WAYS, supportContact: 'x'.repeat(300), isFirst: true };
    expect(problemsOfView(homeView(visit))).toEqual([]);
    expect(problemsOfView(lookupModal())).toEqual([]);
    expect(problemsOfView(feedbackModal('x'.repeat(3000)))).toEqual([]);
    for (const { category, services } of catalog.categories) expect(problemsOfView(lookupModal({ blocks: categoryBlocks(category, services) }))).toEqual([]);
  });
});

describe('the validator', () => {
  const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Go' } };
  test.each<[string, unknown[]]>([
    ['an empty text', [{ type: 'header', text: { type: 'plain_text', text: '' } }]],
    ['a long header', [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]],
    ['an alert, which is for modals', [{ type: 'alert', text: { type: 'plain_text', text: 'x' } }]],
    ['an empty row', [{ type: 'actions', elements: [] }]],
    ['an id twice in a row', [{ type: 'actions', elements: [button, button] }]],
    [
      'a block id twice',
      [
        { type: 'divider', block_id: 'x' },
        { type: 'divider', block_id: 'x' },
      ],
    ],
    ['five columns', [{ type: 'table', rows: [Array(5).fill({ type: 'raw_text', text: 'x' })] }]],
    ['two tables', Array(2).fill({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] })],
    ['a ping', [{ type: 'section', text: { type: 'mrkdwn', text: '<!channel>' } }]],
    ['51 blocks', Array(51).fill({ type: 'divider' })],
    ['an unknown block', [{ type: 'hologram' }]],
  ])('refuses %s', (_, blocks) => {
    expect(problemsOfMessage({ text: 'x', blocks })).not.toEqual([]);
  });

  test('refuses a message without text, tables in modals, and input without submit', () => {
    expect(problemsOfMessage({ text: ' ', blocks: [{ type: 'divider' }] })).not.toEqual([]);
    const title = { type: 'plain_text', text: 'x' };
    expect(problemsOfView({ type: 'modal', title, blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }] })).not.toEqual([]);
    expect(
      problemsOfView({ type: 'modal', title, blocks: [{ type: 'input', label: title, element: { type: 'plain_text_input', action_id: 'a' } }] }),
    ).not.toEqual([]);
  });
});
