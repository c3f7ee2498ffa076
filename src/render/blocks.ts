import type { ActionsBlock, ContextBlock, HeaderBlock, KnownBlock, SectionBlock, TableBlock } from '@slack/types';
import type { Next } from '../ask/answer.js';
import { packPick } from '../ask/pick.js';
import { button } from './buttons.js';
import { clip, escapeText, LIMIT, link } from './mrkdwn.js';
import { sourceName } from './words.js';

/** Small builders of Block Kit blocks, so that every answer is made of the same few. */

export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: clip(text, LIMIT.header), emoji: true } };
}

/** One section for each piece of text that fits; `expand` stops Slack from folding it behind "see more". */
export function section(...lines: string[]): SectionBlock {
  return { type: 'section', expand: true, text: { type: 'mrkdwn', text: clip(lines.join('\n'), LIMIT.section), verbatim: true } };
}

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: clip(text, LIMIT.section), verbatim: true }] };
}

/** Where it is said and when that was read, as links. */
export function sources(addresses: readonly string[], read: string, why?: string): ContextBlock {
  const links = [...new Set(addresses)].slice(0, 3).map((address) => link(address, sourceName(address)));
  return context([links.join(' · '), `read ${read.slice(0, 7)}`, ...(why ? [`why: ${escapeText(why)}`] : [])].join(' · '));
}

/** The steps on from an answer. Empty if there are none, since Slack refuses an empty row. */
export function actions(next: readonly Next[]): ActionsBlock[] {
  if (next.length === 0) return [];
  const elements = next.slice(0, LIMIT.actions).map(({ label, pick }, index) => button({ id: `open_${index}`, label, value: packPick(pick) }));
  return [{ type: 'actions', elements }];
}

/** A table of plain cells; the first row is its head. */
export function table(rows: readonly (readonly string[])[]): TableBlock {
  return {
    type: 'table',
    column_settings: (rows[0] ?? []).map(() => ({ is_wrapped: true })),
    rows: rows.slice(0, LIMIT.tableRows).map((row) => row.map((text) => ({ type: 'raw_text', text: text || '–' }))),
  };
}

/** Keeps a message inside Slack's number of blocks. */
export function inMessage(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.slice(0, LIMIT.blocks);
}
