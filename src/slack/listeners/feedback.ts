import { type App, type BlockButtonAction, type BlockFeedbackButtonsAction, type ViewSubmitAction, webApi } from '@slack/bolt';
import { FEEDBACK, feedbackModal, thanksModal } from '../../render/feedback.js';
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

  app.action<BlockFeedbackButtonsAction>({ type: 'block_actions', action_id: FEEDBACK.thumbs }, async ({ ack, action, body, client }) => {
    await ack();
    const vote = unpackVote(action.value);
    if (!vote) return;
    const message = nameOfMessage(body, vote);
    cast(vote, body.user.id, message);
    if (vote.vote === 'down') await askWhy(vote, desk.pseudonym(message), body, client, desk);
  });

  app.action<BlockButtonAction>({ type: 'block_actions', action_id: /^feedback_(?:up|down)$/ }, async ({ ack, action, body, client, respond }) => {
    await ack();
    const vote = unpackVote(action.value);
    if (!vote) return;
    const message = nameOfMessage(body, vote);
    cast(vote, body.user.id, message);
    if (vote.vote === 'down') return askWhy(vote, desk.pseudonym(message), body, client, desk);
    // Slack marks a thumb of its own that was clicked, but not a plain button.
    const blocks = [{ type: 'section' as const, text: { type: 'plain_text' as const, text: THANKS } }];
    if (body.view) await client.views.push({ trigger_id: body.trigger_id, view: thanksModal(THANKS) });
    else await respond({ response_type: 'ephemeral', replace_original: false, ...outgoing({ text: THANKS, blocks }) });
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

type Click = BlockButtonAction | BlockFeedbackButtonsAction;

/** What tells the answers apart that a person may vote on. A modal shows several, one after the other. */
function nameOfMessage({ container, view }: Click, { ids }: Vote): string {
  return view ? `${view.id}:${ids.join()}` : `${String(container.channel_id)}:${String(container.message_ts)}`;
}

/** A vote is a vote without a reason, too: if the modal cannot open, nothing is lost. */
async function askWhy(vote: Vote, message: string, { trigger_id, view: below }: Click, client: webApi.WebClient, { log }: Desk): Promise<void> {
  const view = feedbackModal(JSON.stringify({ ...vote, message }));
  try {
    await (below ? client.views.push({ trigger_id, view }) : client.views.open({ trigger_id, view }));
  } catch (err) {
    if (!(err instanceof webApi.WebAPIPlatformError)) throw err;
    log.warn({ err }, 'could not ask for a reason');
  }
}
