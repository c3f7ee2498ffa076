import type { KnownBlock, ModalView } from '@slack/types';
import { button, row, typeahead } from './buttons.js';
import { withoutTables } from './plain-tables.js';

/** What the modal shows under its search field. */
interface Content {
  blocks?: readonly KnownBlock[];
  /** What leads to the answer, if it can be sent on. */
  sends?: string;
  /** A line about what was just done. */
  notice?: string;
}

/** The ids by which the listeners find their way in the modal. */
export const LOOKUP = { callback: 'lookup', search: 'lookup', conversation: 'conversation', toMe: 'send_to_me' } as const;

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });

/** A search field that completes what is typed; below it the answer, and where to send it. */
export function lookupModal({ blocks = [], sends, notice }: Content = {}): ModalView {
  return {
    type: 'modal',
    callback_id: LOOKUP.callback,
    title: plain('Who is responsible?'),
    close: plain('Close'),
    ...(sends !== undefined && { submit: plain('Send to channel'), private_metadata: sends }),
    blocks: [
      {
        type: 'section',
        block_id: 'search',
        text: { type: 'mrkdwn', text: '*Service, control or question*' },
        accessory: typeahead(LOOKUP.search, 'Type a name, such as S3', 0),
      },
      ...(notice ? [{ type: 'alert' as const, level: 'success' as const, text: plain(notice) }] : []),
      ...withoutTables(blocks).filter(({ type }) => type !== 'context_actions'),
      ...(sends === undefined ? [] : sending()),
    ],
  };
}

function sending(): KnownBlock[] {
  return [
    { type: 'divider' },
    {
      type: 'input',
      block_id: LOOKUP.conversation,
      optional: true,
      label: plain('Channel to send this answer to'),
      element: {
        type: 'conversations_select',
        action_id: LOOKUP.conversation,
        default_to_current_conversation: true,
        // Slack gives an address for the chosen conversation: the bot need not be in it.
        response_url_enabled: true,
      },
    },
    ...row('to_me', [button({ id: LOOKUP.toMe, label: 'Send to me', describe: 'Send this answer to me as a direct message' })]),
  ];
}
