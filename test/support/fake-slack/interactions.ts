/** The payloads of interactivity, with the fields that Slack sends. */
import type { SlackMessage } from './conversations.js';
import type { Json } from './route.js';
import { isView, type View } from './views.js';
import { APP_ID, BOT, STEP_TOKEN, TEAM } from './workspace.js';

const VERIFICATION_TOKEN = 'verification-token';

interface Person {
  user: string;
  responseUrl: string;
  triggerId: string;
}

const person = (user: string) => ({ id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: TEAM.id });
const place = (channel: string) => ({ id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' });
const common = (user: string): Json => ({
  user: person(user),
  api_app_id: APP_ID,
  token: VERIFICATION_TOKEN,
  team: TEAM,
  enterprise: null,
  is_enterprise_install: false,
});

/** A view as Slack sends it back. */
function viewOf({ id, content }: View, values: Json): Json {
  return {
    id,
    team_id: TEAM.id,
    app_id: APP_ID,
    app_installed_team_id: TEAM.id,
    bot_id: BOT.id,
    private_metadata: '',
    callback_id: '',
    ...content,
    state: { values },
    hash: '1.abc',
    root_view_id: id,
    previous_view_id: null,
    external_id: '',
  };
}

/** Where an element is: a message, which Slack leaves out when it was private, or a view. */
function surroundings(target: SlackMessage | View): Json {
  if (isView(target)) return { container: { type: 'view', view_id: target.id }, view: viewOf(target, {}) };
  const { channel, ts, text, blocks, thread_ts, visibleTo } = target;
  const thread = thread_ts ? { thread_ts } : {};
  return {
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: visibleTo !== undefined, ...thread },
    channel: place(channel),
    ...(!visibleTo && { message: { type: 'message', user: BOT.user, bot_id: BOT.id, app_id: APP_ID, ts, text, blocks, ...thread } }),
  };
}

/** What a click, a choice or an entry sends. */
export function blockActions(target: SlackMessage | View, action: Json, { user, responseUrl, triggerId }: Person): Json {
  return {
    type: 'block_actions',
    ...common(user),
    ...surroundings(target),
    trigger_id: triggerId,
    state: { values: {} },
    ...(!isView(target) && { response_url: responseUrl }),
    actions: [action],
  };
}

/** What Slack asks while a person types into a menu. */
export function blockSuggestion(
  target: SlackMessage | View,
  { action_id, block_id, value }: { action_id: string; block_id: string; value: string },
  user: string,
): Json {
  return { type: 'block_suggestion', ...common(user), ...surroundings(target), action_id, block_id, value };
}

/** What the submission of a modal sends. `responseUrl` only if a conversation was chosen for one. */
export function viewSubmission(view: View, values: Json, conversation: string | undefined, { user, responseUrl, triggerId }: Person): Json {
  return {
    type: 'view_submission',
    ...common(user),
    trigger_id: triggerId,
    view: viewOf(view, values),
    response_urls: conversation ? [{ block_id: 'conversation', action_id: 'conversation', channel_id: conversation, response_url: responseUrl }] : [],
  };
}

/** A shortcut from the menu of a message. Its text is as Slack keeps it: escaped. */
export function messageShortcut(callback_id: string, message: SlackMessage, more: Json, { user, responseUrl, triggerId }: Person): Json {
  const { channel, ts, text, thread_ts } = message;
  return {
    type: 'message_action',
    ...common(user),
    callback_id,
    trigger_id: triggerId,
    action_ts: ts,
    message_ts: ts,
    response_url: responseUrl,
    channel: place(channel),
    message: { type: 'message', user: message.user, ts, text, team: TEAM.id, ...(thread_ts && { thread_ts }), ...more },
  };
}

/** A shortcut from anywhere: Slack says nothing of the channel. */
export function globalShortcut(callback_id: string, { user, triggerId }: Person): Json {
  const { id, username, team_id } = person(user);
  return { ...common(user), type: 'shortcut', user: { id, username, team_id }, callback_id, trigger_id: triggerId, action_ts: '1.000001' };
}

/** Someone opens a tab of the app. What the Home tab shows already is sent along. */
export function appHomeOpened(tab: 'home' | 'messages', user: string, channel: string, shown: View | undefined): Json {
  return { type: 'app_home_opened', user, channel, tab, event_ts: '1.000001', ...(tab === 'home' && shown && { view: viewOf(shown, {}) }) };
}

/** A workflow comes to a step of the app. */
export function functionExecuted(callback_id: string, inputs: Json, execution: string): Json {
  return {
    type: 'function_executed',
    function: {
      id: 'Fn0SRM0001',
      callback_id,
      title: callback_id,
      description: '',
      type: 'app',
      input_parameters: [],
      output_parameters: [],
      app_id: APP_ID,
      date_created: 1,
      date_updated: 1,
      date_deleted: 0,
      form_enabled: false,
    },
    inputs,
    function_execution_id: execution,
    workflow_execution_id: 'Wx0SRM0001',
    event_ts: '1.000001',
    bot_access_token: STEP_TOKEN,
  };
}
