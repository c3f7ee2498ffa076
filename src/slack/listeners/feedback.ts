import { type App, type BlockButtonAction, type BlockFeedbackButtonsAction, type ViewSubmitAction, webApi } from '@slack/bolt';
import { FEEDBACK, feedbackModal } from '../../render/feedback.js';
import type { Desk } from '../desk.js';
import { unpackVote, type Vote } from '../feedback.js';
import { outgoing } from '../present.js';
import { signals } from '../signals.js';

const THANKS = 'Thank you. That helps to make the answers better.';

/** Thumbs under answers: each goes to the log with what was understood, and without the name of the person. The last one counts. */
export function answerFeedback(app: App, desk: Desk): void {
  const cast = (vote: Vote, user: string, message: string) => {
    const replaces = desk.votes.cast(`${user} ${message}`, vote.vote);
    if (replaces === 'same') return;
    signals.emit('feedback', vote.vote);
    const { kind, ids: understood } = vote;
    const who = { user: desk.pseudonym(user), message: desk.pseudonym(message) };
    desk.log.info({ event: 'feedback', value: vote.vote, kind, understood, ...who, ...(replaces !== 'new' && { replaces }) }, 'feedback');
  };

  const onThumb = async (vote: Vote | undefined, body: BlockButtonAction | BlockFeedbackButtonsAction, client: webApi.WebClient): Promise<boolean> => {
    if (!vote) return false;
    const message = `${String(body.container.channel_id ?? '')}:${String(body.container.message_ts ?? '')}`;
    cast(vote, body.user.id, message);
    if (vote.vote === 'down') await askWhy(vote, body.trigger_id, desk.pseudonym(message), client, desk);
    return true;
  };

  app.action<BlockFeedbackButtonsAction>({ type: 'block_actions', action_id: FEEDBACK.thumbs }, async ({ ack, action, body, client }) => {
    await ack();
    await onThumb(unpackVote(action.value), body, client);
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: /^feedback_(?:up|down)$/ }, async ({ ack, action, body, client, respond }) => {
    await ack();
    const vote = unpackVote(action.value);
    const isCounted = await onThumb(vote, body, client);
    // Slack marks the thumb that was clicked, but not a plain button.
    if (isCounted && vote?.vote === 'up') {
      await respond({
        response_type: 'ephemeral',
        replace_original: false,
        ...outgoing({ text: THANKS, blocks: [{ type: 'section', text: { type: 'plain_text', text: THANKS } }] }),
      });
    }
  });

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FEEDBACK.callback }, async ({ ack, body, view }) => {
    await ack();
    const vote = unpackVote(view.private_metadata);
    if (!vote) return;
    const { [FEEDBACK.what]: what, [FEEDBACK.words]: words } = view.state.values;
    const reason = what?.[FEEDBACK.what]?.selected_option?.value ?? 'other';
    const detail = words?.[FEEDBACK.words]?.value ?? undefined;
    const { kind, ids: understood, message } = vote;
    const who = { user: desk.pseudonym(body.user.id), ...(message && { message }) };
    desk.log.info({ event: 'feedback', value: 'down', kind, understood, ...who, reason, ...(detail && { detail }) }, 'feedback with a reason');
  });
}

/** A vote is a vote without a reason, too: if the modal cannot open, nothing is lost. */
async function askWhy(vote: Vote, trigger_id: string, message: string, client: webApi.WebClient, { log }: Desk): Promise<void> {
  try {
    await client.views.open({ trigger_id, view: feedbackModal(JSON.stringify({ ...vote, message })) });
  } catch (err) {
    if (!(err instanceof webApi.WebAPIPlatformError)) throw err;
    log.warn({ err }, 'could not ask for a reason');
  }
}
