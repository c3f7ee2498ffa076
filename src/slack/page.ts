import type { Pick } from '../ask/answer.js';
import { packPick } from '../ask/pick.js';
import { button, row } from '../render/buttons.js';
import { type PagedAnswer, pageCount, toPage } from '../render/pages.js';
import { type Audience, type Outgoing, outgoing } from './present.js';
import { packTrail, type Trail } from './trail.js';

interface Surroundings {
  audience: Audience;
  /** Leads to the answer that the page belongs to, itself included. */
  trail: Trail;
}

/** A page of everything about a service or a control, with buttons to turn it. */
export function presentPage(answer: PagedAnswer, pick: Pick, page: number, { audience, trail }: Surroundings): Outgoing {
  const { text, blocks } = toPage(answer, page);
  const turn = (id: string, to: number, label: string) =>
    to < 1 || to > pageCount(answer) ? [] : [button({ id, label, value: `${to} ${packPick(pick)}`, describe: `Turn to page ${to}` })];
  return outgoing({
    text,
    blocks: [
      ...blocks,
      ...row(packTrail(0, [...trail, { open: pick }]), [
        ...turn('turn_back', page - 1, '◀ Previous'),
        ...turn('turn_on', page + 1, 'Next ▶'),
        ...(audience === 'public' ? [] : [button({ id: 'back', label: '← Back', describe: 'Back to the answer before' })]),
        ...(audience === 'private' ? [button({ id: 'dismiss', label: 'Dismiss', describe: 'Remove this answer' })] : []),
      ]),
    ],
  });
}
