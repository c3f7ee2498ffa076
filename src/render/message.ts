import type { KnownBlock } from '@slack/types';
import type { Answer, Verdict } from '../ask/answer.js';
import { type Row, WHO } from '../knowledge/ownership.js';
import type { Owner } from '../knowledge/schema.js';
import { actions, context, header, inMessage, section, sources, table } from './blocks.js';
import { bold, clip, escapeText, LIMIT } from './mrkdwn.js';
import { ranked, sourcesOf } from './order.js';
import { toText } from './text.js';
import { because, halves, headline, ICON, inGeneral, MODEL_NAME, OWNERS, REPLY, serviceLine, WHOSE } from './words.js';

/** A Slack message: `text` says everything in words, for notifications and screen readers; `blocks` show it. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** The message for an answer, inside Slack's limits for every answer over the knowledge. */
export function toMessage(answer: Answer): Message {
  return { text: clip(escapeText(toText(answer)), LIMIT.text), blocks: inMessage(blocksOf(answer)) };
}

function blocksOf(answer: Answer): KnownBlock[] {
  switch (answer.kind) {
    case 'verdict': {
      const lead = answer.reply ? `*${REPLY[answer.reply]}* ` : '';
      return [...answer.verdicts.slice(0, 5).flatMap((verdict, index) => verdictBlocks(verdict, index === 0 ? lead : '')), ...actions(answer.next)];
    }
    case 'service': {
      const { service, model, rows, note, next } = answer;
      const { addresses, read } = sourcesOf(rows.map(({ row }) => row));
      return [
        ...(note ? [section(escapeText(note))] : []),
        header(service.name),
        section(escapeText(answer.summary)),
        context(escapeText(serviceLine(answer))),
        ...OWNERS.flatMap((owner) =>
          group(
            owner,
            rows.filter(({ row }) => row.owner === owner),
          ),
        ),
        ...(answer.variants.length > 0
          ? [section(`It depends on how you run it, most for: ${answer.variants.map(({ name }) => escapeText(name)).join(' · ')}`)]
          : []),
        sources(addresses, read, model ? `${MODEL_NAME[model]} service` : undefined),
        ...actions(next),
      ];
    }
    case 'control': {
      const { control, row, models, differing, next } = answer;
      return [
        section(`${ICON[row.owner]} ${bold(control.title)} is ${inGeneral(row.owner)}.`, ...halfLines(row)),
        table([
          ['Service model', 'Who', 'What you do'],
          ...models.map(({ model, row }) => [MODEL_NAME[model], `${ICON[row.owner]} ${WHOSE[row.owner]}`, row.customer ?? 'nothing']),
        ]),
        ...(differing.length > 0
          ? [
              section(
                '*Different on*',
                ...differing.slice(0, 8).map(({ service, row }) => `${ICON[row.owner]} ${escapeText(service.name)}: ${WHO[row.owner]}`),
                ...(differing.length > 8 ? [`and ${differing.length - 8} more`] : []),
              ),
            ]
          : []),
        ...mindBlock(row),
        sources(row.sources, row.read),
        ...actions(next),
      ];
    }
    case 'comparison': {
      const { services, rows, next } = answer;
      const differing = rows.filter(({ differs }) => differs);
      const same = rows.filter(({ differs }) => !differs);
      const { addresses, read } = sourcesOf(rows.flatMap(({ owners }) => owners.filter((row) => row !== undefined)));
      return [
        header(services.map(({ name }) => name).join(' · ')),
        ...(differing.length > 0
          ? [
              section('*Where they differ*'),
              table([
                ['Control', ...services.map(({ name }) => name)],
                ...differing.map(({ control, owners }) => [control.title, ...owners.map((row) => (row ? `${ICON[row.owner]} ${WHOSE[row.owner]}` : '–'))]),
              ]),
            ]
          : [section('The owners are the same throughout.')]),
        ...OWNERS.flatMap((owner) => {
          const titles = same.filter(({ owners }) => owners.some((row) => row?.owner === owner)).map(({ control }) => control.title);
          return titles.length > 0 ? [context(`${ICON[owner]} ${WHOSE[owner]} on all: ${titles.map(escapeText).join(' · ')}`)] : [];
        }),
        sources(addresses, read),
        ...actions(next),
      ];
    }
    case 'concept':
      return [
        section(bold(answer.title), escapeText(answer.lead)),
        ...(answer.points.length > 0 ? [section(...answer.points.map((point) => `• ${escapeText(point)}`))] : []),
        ...mindBlock(answer),
        sources(answer.sources, answer.read),
        ...actions(answer.next),
      ];
    case 'suggestions':
      return [
        section('*Did you mean*', ...answer.options.map(({ label, reason }) => `• ${escapeText(label)} – ${escapeText(reason)}`)),
        ...actions(answer.options),
      ];
    case 'unknown':
      return [section(escapeText(answer.note), 'Ask who is responsible for something on AWS, such as `who patches the OS on RDS?`'), ...actions(answer.next)];
    case 'help':
      return [
        section(
          '*I say who is responsible for what on AWS: AWS, you, or both.*',
          'Name a service, a control or both; typos are fine.',
          ...answer.examples.map((example) => `• \`${escapeText(example)}\``),
        ),
      ];
    default:
      return answer satisfies never;
  }
}

function verdictBlocks(verdict: Verdict, lead: string): KnownBlock[] {
  const { row, owner, service } = verdict;
  return [
    section(`${lead}${ICON[owner]} ${bold(headline(verdict))}`, ...halfLines(row)),
    ...mindBlock(row),
    sources(row.sources, row.read, because(row, service?.name)),
  ];
}

function halfLines({ aws, customer }: Row): string[] {
  return [...(aws ? [`*AWS* ${escapeText(aws)}`] : []), ...(customer ? [`*You* ${escapeText(customer)}`] : [])];
}

function mindBlock({ mind }: { mind?: string }): KnownBlock[] {
  return mind ? [context(`⚠️ *Mind:* ${escapeText(mind)}`)] : [];
}

const SHOWN = 3;

function group(owner: Owner, rows: Parameters<typeof ranked>[0]): KnownBlock[] {
  if (rows.length === 0) return [];
  const { full, named } = ranked(rows, SHOWN);
  return [
    section(
      `*${ICON[owner]} ${WHOSE[owner]}*`,
      ...full.map(({ control, row }) => `• *${escapeText(control.title)}*: ${escapeText(halves(row))}${row.mind ? `\n    ⚠️ ${escapeText(row.mind)}` : ''}`),
    ),
    ...(named.length > 0 ? [context(`${full.length > 0 ? 'Also: ' : ''}${named.map(({ control }) => escapeText(control.title)).join(' · ')}`)] : []),
  ];
}
