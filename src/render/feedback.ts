import type { ModalView } from '@slack/types';

/** The ids by which the listeners find their way in the feedback. */
export const FEEDBACK = { thumbs: 'feedback', callback: 'feedback_reason', what: 'what', words: 'words' } as const;

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const REASONS = [
  ['wrong-owner', 'The owner is wrong'],
  ['misunderstood', 'That was not my question'],
  ['incomplete', 'Something is missing'],
  ['outdated', 'It is out of date'],
  ['unclear', 'It is hard to understand'],
  ['other', 'Something else'],
] as const;

/** Asks what was wrong with an answer. `metadata` comes back with the submission. */
export function feedbackModal(metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: FEEDBACK.callback,
    private_metadata: metadata,
    title: plain('What was wrong?'),
    submit: plain('Send'),
    close: plain('Skip'),
    blocks: [
      {
        type: 'input',
        block_id: FEEDBACK.what,
        label: plain('What was wrong?'),
        element: { type: 'radio_buttons', action_id: FEEDBACK.what, options: REASONS.map(([value, label]) => ({ value, text: plain(label) })) },
      },
      {
        type: 'input',
        block_id: FEEDBACK.words,
        optional: true,
        label: plain('In your words'),
        hint: plain('Goes to the log of those who run this bot, without your name. Leave out what is confidential.'),
        element: { type: 'plain_text_input', action_id: FEEDBACK.words, multiline: true, max_length: 1000 },
      },
    ],
  };
}

/** A word of thanks, on top of a modal. */
export function thanksModal(thanks: string): ModalView {
  return { type: 'modal', title: plain('Feedback'), close: plain('Back'), blocks: [{ type: 'section', text: plain(thanks) }] };
}
