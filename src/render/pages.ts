import type { Answer } from '../ask/answer.js';
import type { Row } from '../knowledge/ownership.js';
import { context, header, section } from './blocks.js';
import type { Message } from './message.js';
import { clip, escapeText, LIMIT } from './mrkdwn.js';
import { ICON, OWNERS, WHOSE } from './words.js';

type ServiceAnswer = Extract<Answer, { kind: 'service' }>;

/** Rows on one page: it is read on a phone, too. */
const ON_PAGE = 10;

export function pageCount({ rows }: ServiceAnswer): number {
  return Math.max(1, Math.ceil(rows.length / ON_PAGE));
}

/** One page of everything that is known of a service: each control with both halves. Pages count from 1; others show the nearest there is. */
export function toPage(answer: ServiceAnswer, wanted: number): Message {
  const pages = pageCount(answer);
  const page = Math.min(Math.max(Math.trunc(wanted), 1), pages);
  const ordered = OWNERS.flatMap((owner) => answer.rows.filter(({ row }) => row.owner === owner));
  const shown = ordered.slice((page - 1) * ON_PAGE, page * ON_PAGE);
  const title = `${answer.service.name}: all ${answer.rows.length} controls`;
  const place = `Page ${page} of ${pages}`;
  return {
    text: clip(
      escapeText([`${title} (${place.toLowerCase()})`, ...shown.map(({ control, row }) => `${WHOSE[row.owner]}: ${control.title}. ${halves(row)}`)].join('\n')),
      LIMIT.text,
    ),
    blocks: [
      header(title),
      ...shown.map(({ control, row }) => section(`${ICON[row.owner]} *${escapeText(control.title)}*: ${WHOSE[row.owner]}`, escapeText(halves(row)))),
      context(place),
    ],
  };
}

function halves({ aws, customer, mind }: Row): string {
  return [...(aws ? [`AWS ${aws}`] : []), ...(customer ? [`You ${customer}`] : []), ...(mind ? [`Mind: ${mind}`] : [])].join('\n');
}
