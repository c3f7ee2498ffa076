import type { ActionsBlock, ActionsBlockElement, Button, ContextActionsBlock, ExternalSelect } from '@slack/types';
import { clip, LIMIT } from './mrkdwn.js';

interface ButtonText {
  id: string;
  label: string;
  value?: string;
  /** For screen readers, where the label is an icon or leaves something out. */
  describe?: string;
  style?: Button['style'];
  /** Opens in a browser. Slack tells the bot about the click nevertheless. */
  url?: string;
}

/** A button of an answer or a view. */
export function button({ id, label, value, describe, style, url }: ButtonText): Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: clip(label, LIMIT.button), emoji: true },
    ...(value !== undefined && { value }),
    ...(describe && { accessibility_label: clip(describe, LIMIT.button) }),
    ...(style && { style }),
    ...(url && { url }),
  };
}

/** A row of buttons and menus; none if it is empty, since Slack refuses an empty row. */
export function row(blockId: string, elements: readonly ActionsBlockElement[]): ActionsBlock[] {
  return elements.length > 0 ? [{ type: 'actions', block_id: blockId, elements: elements.slice(0, LIMIT.actions) }] : [];
}

/** A menu whose options Slack asks the bot for while a person types. */
export function typeahead(id: string, placeholder: string, fromLetter: number): ExternalSelect {
  return { type: 'external_select', action_id: id, min_query_length: fromLetter, placeholder: { type: 'plain_text', text: placeholder } };
}

const HELPED = { label: '👍', describe: 'This answer helped' };
const DID_NOT_HELP = { label: '👎', describe: 'This answer is wrong or did not help' };

/** Two thumbs under a message, as Slack shows them for agents. Only messages take this block. */
export function thumbs(up: string, down: string): ContextActionsBlock {
  const thumb = ({ label, describe }: typeof HELPED, value: string) => ({
    text: { type: 'plain_text' as const, text: label, emoji: true },
    accessibility_label: describe,
    value,
  });
  return {
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', action_id: 'feedback', positive_button: thumb(HELPED, up), negative_button: thumb(DID_NOT_HELP, down) }],
  };
}

/** The same as plain buttons. Whether Slack shows the block above in private messages is not documented, and one block that it refuses loses the message. */
export function plainThumbs(up: string, down: string): Button[] {
  return [button({ id: 'feedback_up', value: up, ...HELPED }), button({ id: 'feedback_down', value: down, ...DID_NOT_HELP })];
}
