import type { Conversations, SlackMessage } from './conversations.js';
import type { Json } from './route.js';
import type { Views } from './views.js';
import { APP_TOKEN, BOT, BOT_TOKEN, TEAM } from './workspace.js';

/** A request to the Web API, as it came. */
export interface Call {
  method: string;
  token: string;
  params: Json;
}

/** What the methods work on. */
export interface WebApiState {
  conversations: Conversations;
  views: Views;
  baseUrl: string;
  /** Gives the address of a WebSocket, if the workspace has Socket Mode. */
  openConnection(): string | undefined;
  posted(message: SlackMessage): void;
}

type Method = (params: Json, state: WebApiState) => Json;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});
const refuse = (error: string): Json => ({ ok: false, error });

/** What Slack checks before it takes a message. */
function post(params: Json, state: WebApiState, via: string, more: Partial<SlackMessage> = {}): Json {
  const blocks = Array.isArray(params.blocks) ? params.blocks : [];
  if (!params.channel) return refuse('channel_not_found');
  if (!params.text && blocks.length === 0) return refuse('no_text');
  if (blocks.length > 50) return refuse('invalid_blocks');
  const thread = text(params.thread_ts);
  const message = state.conversations.post({
    channel: text(params.channel),
    user: BOT.user,
    text: text(params.text),
    blocks,
    via,
    ...(thread && { thread_ts: thread }),
    ...more,
  });
  state.posted(message);
  return { ok: true, channel: message.channel, ts: message.ts, message_ts: message.ts, message: { type: 'message', ...message, bot_id: BOT.id } };
}

function change(params: Json, { conversations }: WebApiState, apply: (message: SlackMessage) => void): Json {
  const message = conversations.find(text(params.channel), text(params.ts));
  if (!message) return refuse('message_not_found');
  apply(message);
  return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
}

const METHODS: Record<string, Method> = {
  'auth.test': (_params, { baseUrl }) => ({
    ok: true,
    url: baseUrl,
    team: TEAM.domain,
    user: BOT.name,
    team_id: TEAM.id,
    user_id: BOT.user,
    bot_id: BOT.id,
    is_enterprise_install: false,
  }),
  'apps.connections.open': (_params, state) => {
    const url = state.openConnection();
    return url ? { ok: true, url } : refuse('socket_mode_disabled');
  },
  'chat.postMessage': (params, state) => post(params, state, 'chat.postMessage'),
  'chat.postEphemeral': (params, state) => post(params, state, 'chat.postEphemeral', { visibleTo: text(params.user) }),
  'chat.update': (params, state) =>
    change(params, state, (message) => Object.assign(message, { text: text(params.text), blocks: Array.isArray(params.blocks) ? params.blocks : [] })),
  'chat.delete': (params, state) => change(params, state, (message) => state.conversations.remove(message)),
  'views.open': ({ trigger_id, view }, { views }) => views.open(trigger_id, record(view)),
  'views.push': ({ trigger_id, view }, { views }) => views.open(trigger_id, record(view)),
  'views.update': ({ view_id, view }, { views }) => views.update(view_id, record(view)),
  'views.publish': ({ user_id, view }, { views }) => views.publish(user_id, record(view)),
};

/** Answers a call as Slack does: with `ok`, or with the name of an error. */
export function callMethod({ method, token, params }: Call, state: WebApiState): Json {
  const run = METHODS[method];
  if (!run) return refuse('unknown_method');
  if (!token) return refuse('not_authed');
  if (token !== (method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN)) return refuse('invalid_auth');
  return run(params, state);
}

/** Reads the form that Slack's clients send: structures are JSON inside the fields. */
export function readCall(path: string, authorization: string | undefined, body: string): Call {
  const params: Json = Object.fromEntries(new URLSearchParams(body));
  for (const name of ['blocks', 'view', 'metadata', 'attachments']) {
    const value = params[name];
    if (typeof value === 'string') params[name] = JSON.parse(value);
  }
  return { method: path.replace('api/', ''), token: authorization?.replace('Bearer ', '') ?? text(params.token), params };
}
