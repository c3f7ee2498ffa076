import { type BlockAction, type BlockElementAction, type RespondFn, type SayFn, webApi } from '@slack/bolt';
import type { Answer } from '../ask/answer.js';
import { lookupModal } from '../render/lookup-modal.js';
import { type Audience, isSubstantial, type Outgoing } from './present.js';

type Client = webApi.WebClient;

/** What a listener for buttons and menus is given. */
export interface Clicked {
  body: BlockAction<BlockElementAction>;
  respond: RespondFn;
  say: SayFn;
  client: Client;
}

/** Shows an answer; a message without an answer is a word to this person alone, beside what is there. */
type Show = (message: Outgoing, answer: Answer | undefined, request?: string) => Promise<unknown>;

/** Where somebody clicked: how an answer looks there, and how it gets there. */
export interface Place {
  audience: Audience;
  user: string;
  /** The conversation that goes on there. */
  conversations: string[];
  /** A step on: follows in the thread, or takes the place of what only this person sees. */
  follow: Show;
  /** Takes the place of the message in any case. */
  replace: Show;
}

/** The thread that a message with buttons is in, or starts. */
export function threadOf({ message, container }: Clicked['body']): string | undefined {
  // Nobody can reply to a private message: it is in a thread, or in none.
  const thread: unknown = message?.thread_ts ?? container.thread_ts ?? (container.is_ephemeral ? undefined : message?.ts);
  return typeof thread === 'string' ? thread : undefined;
}

/** The place of a click. */
export function placeOf(clicked: Clicked): Place {
  const { body, respond } = clicked;
  const { view, container, channel } = body;
  const user = body.user.id;
  if (view) {
    const show: Show = (message, answer, request) => showInModal(clicked, message, answer, request);
    return { audience: 'modal', user, conversations: [], follow: show, replace: show };
  }
  const thread = threadOf(body);
  const aside = (message: Outgoing) => respond({ response_type: 'ephemeral', replace_original: false, ...(thread && { thread_ts: thread }), ...message });
  const replace: Show = (message, answer) => (answer ? respond({ replace_original: true, ...message }) : aside(message));
  if (container.is_ephemeral || !thread) return { audience: 'private', user, conversations: [], follow: replace, replace };
  const follow: Show = (message, answer) => (answer ? sayOrRespond(clicked, thread, message) : aside(message));
  return { audience: 'public', user, conversations: channel ? [`${channel.id}:${thread}`] : [], follow, replace };
}

/** On the Home tab a modal opens; in a modal the answer takes the place of what is shown, and a word lies on top of it. */
function showInModal({ body, client }: Clicked, { blocks }: Outgoing, answer: Answer | undefined, request?: string): Promise<unknown> {
  const view = lookupModal({ blocks, ...(answer && isSubstantial(answer) && request && { sends: request }) });
  if (body.view?.type !== 'modal') return client.views.open({ trigger_id: body.trigger_id, view });
  return answer ? client.views.update({ view_id: body.view.id, view }) : client.views.push({ trigger_id: body.trigger_id, view });
}

/** Where the bot is not a member it cannot post; the response address of the click still works. */
async function sayOrRespond({ say, respond }: Clicked, thread: string, message: Outgoing): Promise<unknown> {
  try {
    return await say({ thread_ts: thread, ...message });
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError) || !OUTSIDE.has(error.data.error)) throw error;
    return respond({ response_type: 'in_channel', replace_original: false, thread_ts: thread, ...message });
  }
}

const OUTSIDE = new Set(['not_in_channel', 'channel_not_found', 'restricted_action']);
