import type { ActionsBlockElement, Button, KnownBlock } from '@slack/types';
import type { Answer, Next } from '../ask/answer.js';
import { packPick } from '../ask/pick.js';
import { pickOf } from '../ask/pick-of.js';
import { context } from '../render/blocks.js';
import { button, plainThumbs, row, thumbs, typeahead } from '../render/buttons.js';
import { escapeText } from '../render/mrkdwn.js';
import { isPaged, pageCount, pagesName } from '../render/pages.js';
import { withoutTables } from '../render/plain-tables.js';
import { onceAnAnswer, rendered } from '../render/rendered.js';
import { packVote } from './feedback.js';
import { packRequest, type Request } from './request.js';
import { packTrail, type Trail } from './trail.js';

/** Who sees an answer: one person, everyone in a thread or channel, or one person in a modal. */
export type Audience = 'private' | 'public' | 'modal';

/** The circumstances of an answer that show in it. */
export interface Frame {
  audience: Audience;
  /** What leads to this very answer again, if anything does. */
  request?: Request;
  /** The answers on the way to this one, where it takes their place. */
  trail?: Trail;
  /** The name of who shared it, in a channel. */
  sharedBy?: string;
  /** What a person should know who is here for the first time. */
  welcome?: string;
  /** The ways to ask, which help teaches. */
  ways?: readonly string[];
  /** Questions that have an answer, for where there was none. */
  examples?: readonly string[];
  /** Show tables as lines to one person: see `Conduct`. */
  plainTables?: boolean;
  /** Where to propose an entry. */
  proposeUrl?: string;
}

/** An answer on its way to Slack. Sources are links: unfolding each would bury the answer. */
export interface Outgoing {
  text: string;
  blocks: KnownBlock[];
  unfurl_links: false;
  unfurl_media: false;
}

/** Ready to be sent. */
export const outgoing = (message: { text: string; blocks: KnownBlock[] }): Outgoing => ({ ...message, unfurl_links: false, unfurl_media: false });

/** The message for an answer, with what belongs around it: steps on and back, sharing, feedback. */
export function present(answer: Answer, frame: Frame): Outgoing {
  const { text, blocks: full } = rendered(answer);
  const blocks = frame.audience === 'private' && frame.plainTables ? withoutTables(full) : full;
  return outgoing({
    text,
    blocks: [
      ...(frame.welcome ? [context(escapeText(frame.welcome))] : []),
      // The buttons are laid out anew below, with the way that led here.
      ...blocks.filter(({ type }) => type !== 'actions'),
      ...(answer.kind === 'help' ? (frame.ways ?? []).map((way) => context(way)) : []),
      ...(answer.kind === 'unknown' && frame.examples?.length
        ? [context(`Try: ${frame.examples.map((example) => `\`${escapeText(example)}\``).join(' · ')}`)]
        : []),
      ...(frame.sharedBy ? [context(`Shared by ${escapeText(frame.sharedBy)}`)] : []),
      ...(frame.audience === 'private' ? [context('🔒 Only you can see this answer.')] : []),
      ...rows(answer, frame),
    ],
  });
}

/** The rows of buttons under an answer. */
function rows(answer: Answer, frame: Frame): KnownBlock[] {
  const trail = frame.trail ?? [];
  const here = stepOf(answer, frame);
  const id = (index: number) => packTrail(index, here ? [...trail, here] : trail);
  return [
    ...row(id(0), [...nextButtons(answer), ...proposal(answer, frame)]),
    ...row(id(1), deeper(answer)),
    ...row(id(2), [...(trail.length > 0 ? [button({ id: 'back', label: '← Back', describe: 'Back to the answer before' })] : []), ...manners(answer, frame)]),
    ...(frame.audience === 'public' && isSubstantial(answer) ? [thumbs(packVote('up', answer), packVote('down', answer))] : []),
  ];
}

/** An answer that says something, as against one that asks back. */
export function isSubstantial({ kind }: Answer): boolean {
  return kind === 'verdict' || kind === 'service' || kind === 'control' || kind === 'comparison' || kind === 'concept';
}

/**
 * How the way on names this answer: by its ids where they say all, else by the question.
 * In a conversation the question may say nothing on its own ("who patches it?"), and nobody goes back there.
 */
function stepOf(answer: Answer, { request, audience }: Frame): Request | undefined {
  const pick = pickOf(answer);
  if (answer.kind === 'verdict' && audience !== 'public' && request && 'ask' in request && request.ask.length <= 100) return request;
  if (pick) return { open: pick };
  return request && 'ask' in request && request.ask.length > 100 ? undefined : request;
}

/** Choosing one of several meanings takes the place of the question back; a step on follows. */
const nextButtons = onceAnAnswer((answer): Button[] => {
  const [prefix, next]: [string, readonly Next[]] = answer.kind === 'suggestions' ? ['choose', answer.options] : ['open', 'next' in answer ? answer.next : []];
  return next.slice(0, 20).map(({ label, pick }, index) => button({ id: `${prefix}_${index}`, label, value: packPick(pick), describe: `Open ${label}` }));
});

/** Long lists are read page by page; a service can be set beside another, and a control be looked up on one. */
const deeper = onceAnAnswer((answer): ActionsBlockElement[] => {
  const hasService = answer.kind === 'service' || (answer.kind === 'verdict' && answer.verdicts.length === 1 && answer.verdicts[0].service !== undefined);
  return [
    ...(isPaged(answer) && pageCount(answer) > 1 ? [button({ id: 'page_1', label: pagesName(answer), describe: `${pagesName(answer)}, page by page` })] : []),
    ...(hasService ? [typeahead('compare', 'Compare with …', 0)] : []),
    ...(answer.kind === 'control' ? [typeahead('on_service', 'On which service? …', 0)] : []),
  ];
});

const votes = onceAnAnswer((answer): Button[] => (isSubstantial(answer) ? plainThumbs(packVote('up', answer), packVote('down', answer)) : []));

/** What a person may do with an answer that nobody else sees. */
function manners(answer: Answer, { audience, request }: Frame): Button[] {
  if (audience === 'public') return [];
  if (audience === 'modal') return votes(answer);
  const value = isSubstantial(answer) && request ? packRequest(request) : undefined;
  return [
    ...(value ? [button({ id: 'share', label: 'Share in channel', value, describe: 'Post this answer for everyone here' })] : []),
    button({ id: 'dismiss', label: 'Dismiss', describe: 'Remove this answer' }),
    ...votes(answer),
  ];
}

/** A link to a form in which the question is filled in already, where the bot has no answer. */
function proposal(answer: Answer, { proposeUrl }: Frame): Button[] {
  if (answer.kind !== 'unknown' || answer.reason !== 'no-match' || !proposeUrl) return [];
  const url = new URL(proposeUrl);
  // URLs take no half of a character, and the parameters repair one by themselves.
  if (answer.question) url.searchParams.set('title', answer.question.slice(0, 150));
  return [button({ id: 'link_propose', label: 'Propose an entry', url: String(url), describe: 'Propose an entry for this question, in your browser' })];
}
