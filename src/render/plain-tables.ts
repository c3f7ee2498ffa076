import type { KnownBlock } from '@slack/types';
import { section } from './blocks.js';
import { escapeText } from './mrkdwn.js';

/** The same without tables, for where Slack takes none: each row becomes a few lines that name its columns. */
export function withoutTables(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [block];
    const [head = [], ...rows] = block.rows.map((cells) => cells.map((cell) => ('text' in cell ? String(cell.text) : '')));
    return rows.map(([first = '', ...cells]) =>
      section(`*${escapeText(first)}*`, ...cells.map((cell, index) => `${escapeText(head[index + 1] ?? '')}: ${escapeText(cell)}`)),
    );
  });
}
