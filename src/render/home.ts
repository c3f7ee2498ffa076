import type { HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import type { Catalog } from '../ask/catalog.js';
import { packPick } from '../ask/pick.js';
import { context, header, section, table } from './blocks.js';
import { button, row } from './buttons.js';
import { clip, escapeText, LIMIT } from './mrkdwn.js';
import { ICON, MODEL_NAME, WHOSE } from './words.js';

/** The ids by which the listeners find their way on the Home tab. */
export const HOME = {
  ask: 'home_ask',
  lookUp: 'home_look_up',
  category: 'home_category',
  control: 'home_control',
  example: 'home_example',
  service: 'home_service',
} as const;

interface Visit {
  catalog: Catalog;
  examples: readonly string[];
  /** One sentence for each way to ask, in mrkdwn. */
  ways: readonly string[];
  supportContact?: string | undefined;
  isFirst: boolean;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });

/** The Home tab: a place to ask and to browse, for whoever opens it. */
export function homeView({ catalog, examples, ways, supportContact, isFirst }: Visit): HomeView {
  return {
    type: 'home',
    blocks: [
      header('Who is responsible on AWS?'),
      section('AWS, you, or both: for every service and every control, with the page of AWS that says so.'),
      ...(isFirst ? [context('👋 Welcome. Ask below in your own words, or begin with one of the examples.')] : []),
      ...asking(examples),
      { type: 'divider' },
      section('*Browse*'),
      ...browsing(catalog),
      { type: 'divider' },
      ...model(catalog),
      { type: 'divider' },
      section('*Ways to ask*', ...ways.map((way) => `• ${way}`)),
      section(
        '*What I can answer*',
        'Who patches, encrypts, backs up, monitors or secures something on AWS; what is left to you on a service; how services compare; and the terms of the model. ' +
          'I do not know prices, limits, how-to, or other clouds, and then I say so.',
      ),
      { type: 'divider' },
      ...about(catalog, supportContact),
    ],
  };
}

function asking(examples: readonly string[]): KnownBlock[] {
  return [
    {
      type: 'input',
      block_id: HOME.ask,
      dispatch_action: true,
      label: plain('Your question'),
      element: {
        type: 'plain_text_input',
        action_id: HOME.ask,
        max_length: 500,
        placeholder: plain('Who patches the OS on RDS?'),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
    ...row('examples', [
      button({ id: HOME.lookUp, label: '🔎 Look up a name', style: 'primary', describe: 'Open a search field that completes names' }),
      ...examples
        .slice(0, 5)
        .map((example, index) => button({ id: `${HOME.example}_${index}`, label: example, value: `ask:${example}`, describe: `Ask: ${example}` })),
    ]),
  ];
}

function browsing({ categories, controls }: Catalog): KnownBlock[] {
  return row('browse', [
    {
      type: 'static_select',
      action_id: HOME.category,
      placeholder: plain('Services by category'),
      options: categories.map(({ category, services }) => option(`${category} (${services.length})`, category)),
    },
    {
      type: 'static_select',
      action_id: HOME.control,
      placeholder: plain('A control across services'),
      options: controls.slice(0, LIMIT_OPTIONS).map(({ id, title }) => option(title, packPick({ open: 'control', id }))),
    },
  ]);
}

const LIMIT_OPTIONS = 100;

const option = (label: string, value: string): PlainTextOption => ({ text: plain(clip(label, LIMIT.button)), value });

/** The model in one table that reads like a picture: layers from the top down, and how the line rises from model to model. */
function model({ layers }: Catalog): KnownBlock[] {
  if (layers.length === 0) return [];
  const models = ['infrastructure', 'container', 'abstract'] as const;
  const head = ['Layer', ...models.map((id) => MODEL_NAME[id])];
  return [
    section('*The model at a glance*', 'The more AWS runs of a service, the less is left to you. Your data and who may see it are always yours.'),
    table([head, ...layers.map(({ title, owners }) => [title, ...models.map((id) => `${ICON[owners[id]]} ${WHOSE[owners[id]]}`)])]),
    context('For example: EC2 is infrastructure, RDS is managed (container), S3 is abstract.'),
  ];
}

function about({ categories, controls, concepts, version, read }: Catalog, supportContact?: string): KnownBlock[] {
  const services = categories.reduce((sum, category) => sum + category.services.length, 0);
  return [
    section(
      '*About*',
      `• Knowledge ${version}: ${services} services, ${controls.length} controls, ${concepts} explanations. Sources were read between ${read.first} and ${read.last}.`,
      '• Answers come from a reviewed knowledge base, not from a language model.',
      '• Your messages are not stored. For an hour I remember which service a thread is about. A thumb goes to the log without your name.',
      ...(supportContact ? [`• Help and corrections: ${escapeText(supportContact)}`] : []),
    ),
  ];
}

/** The services of a category, to choose from. */
export function categoryBlocks(category: string, services: readonly { id: string; name: string }[]): KnownBlock[] {
  return [
    header(category),
    ...row('services', [
      {
        type: 'static_select',
        action_id: HOME.service,
        placeholder: plain('Choose a service'),
        options: services.slice(0, LIMIT_OPTIONS).map(({ id, name }) => option(name, packPick({ open: 'service', id }))),
      },
    ]),
    section(services.map(({ name }) => escapeText(name)).join(' · ')),
  ];
}
