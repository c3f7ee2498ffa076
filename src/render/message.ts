import type { KnownBlock } from '@slack/types';
import type { Answer } from '../ask/answer.js';

/** A Slack message: `text` says everything in words, for notifications and screen readers; `blocks` show it. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** The message for an answer, inside Slack's limits for every answer over the knowledge. */
export function toMessage(answer: Answer): Message {
  return { text: answer.kind, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: answer.kind } }] };
}
