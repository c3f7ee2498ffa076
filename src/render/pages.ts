import type { Answer } from '../ask/answer.js';
import type { Row } from '../knowledge/ownership.js';
import { context, header, section } from './blocks.js';
import type { Message } from './message.js';
import { clip, escapeText, LIMIT } from './mrkdwn.js';
import { ICON, OWNERS, WHOSE } from './words.js';

/** An answer that shows the most telling of many rows. */
export type PagedAnswer = Extract<Answer, { kind: 'service' | 'control' }>;

/** Whether there are pages to an answer. */
export const isPaged = (answer: Answer): answer is PagedAnswer => answer.kind === 'service' || answer.kind === 'control';

interface Item {
  title: string;
  row: Row;
}

/** Rows on one page: it is read on a phone, too. */
const ON_PAGE = 10;

/** What all the rows are, as the words on a button: "All 33 controls". */
export function pagesName(answer: PagedAnswer): string {
  return answer.kind === 'service' ? `All ${answer.rows.length} controls` : `All ${answer.differing.length} exceptions`;
}

/** How many pages there are; one is not worth turning to. */
export function pageCount(answer: PagedAnswer): number {
  return Math.ceil((answer.kind === 'service' ? answer.rows : answer.differing).length / ON_PAGE);
}

/** One page of everything that is known: each row with both halves. Pages count from 1; others show the nearest there is. */
export function toPage(answer: PagedAnswer, wanted: number): Message {
  const pages = pageCount(answer);
  const page = Math.min(Math.max(Math.trunc(wanted), 1), pages);
  const shown = itemsOf(answer).slice((page - 1) * ON_PAGE, page * ON_PAGE);
  const title = `${answer.kind === 'service' ? answer.service.name : answer.control.title}: ${pagesName(answer).toLowerCase()}`;
  const place = `Page ${page} of ${pages}`;
  return {
    text: clip(
      escapeText([`${title} (${place.toLowerCase()})`, ...shown.map(({ title, row }) => `${WHOSE[row.owner]}: ${title}. ${halves(row)}`)].join('\n')),
      LIMIT.text,
    ),
    blocks: [
      header(title),
      ...shown.map(({ title, row }) => section(`${ICON[row.owner]} *${escapeText(title)}*: ${WHOSE[row.owner]}`, escapeText(halves(row)))),
      context(place),
    ],
  };
}

/** What is yours comes first. */
function itemsOf(answer: PagedAnswer): Item[] {
  const items: Item[] =
    answer.kind === 'service'
      ? answer.rows.map(({ control, row }) => ({ title: control.title, row }))
      : answer.differing.map(({ service, row }) => ({ title: service.name, row }));
  return OWNERS.flatMap((owner) => items.filter(({ row }) => row.owner === owner));
}

function halves({ aws, customer, mind }: Row): string {
  return [...(aws ? [`AWS ${aws}`] : []), ...(customer ? [`You ${customer}`] : []), ...(mind ? [`Mind: ${mind}`] : [])].join('\n');
}
