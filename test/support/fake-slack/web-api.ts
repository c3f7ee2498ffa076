import { problemsOfMessage, problemsOfView } from './block-kit.js';
import type { Conversations, SlackMessage } from './conversations.js';
import type { Json } from './route.js';
import type { Views } from './views.js';
import { APP_TOKEN, BOT, BOT_TOKEN, STEP_TOKEN, TEAM } from './workspace.js';

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
  /** Whether the plan of the workspace has agents. */
  hasAgents: boolean;
  prompted(channel: string, prompts: unknown[], title: string): void;
  /** A step of a workflow is done. */
  finished(execution: string, result: Json): Json;
}

type Method = (params: Json, state: WebApiState) => Json;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});
const refuse = (error: string, messages: string[] = []): Json => ({ ok: false, error, ...(messages.length > 0 && { response_metadata: { messages } }) });

/** What Slack checks before it takes a message. */
function post(params: Json, state: WebApiState, via: string, more: Partial<SlackMessage> = {}): Json {
  const blocks = Array.isArray(params.blocks) ? params.blocks : [];
  if (!params.channel) return refuse('channel_not_found');
  if (!params.text && blocks.length === 0) return refuse('no_text');
  const problems = problemsOfMessage(params);
  if (problems.length > 0) return refuse('invalid_blocks', problems);
  // A message to a person goes to the conversation between the person and the app.
  const channel = text(params.channel).replace(/^U0/, 'D0');
  if (state.conversations.outside.has(channel)) return refuse('not_in_channel');
  const thread = text(params.thread_ts);
  const message = state.conversations.post({
    channel,
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

/** The refusal of a view that is not valid. */
function checked(view: unknown): Json | undefined {
  const problems = problemsOfView(view);
  return problems.length > 0 ? refuse('invalid_arguments', problems) : undefined;
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
  'views.open': ({ trigger_id, view }, { views }) => checked(view) ?? views.open(trigger_id, record(view)),
  'views.push': ({ trigger_id, view }, { views }) => checked(view) ?? views.open(trigger_id, record(view)),
  'views.update': ({ view_id, view }, { views }) => checked(view) ?? views.update(view_id, record(view)),
  'views.publish': ({ user_id, view }, { views }) => checked(view) ?? views.publish(user_id, record(view)),
  'assistant.threads.setSuggestedPrompts': ({ channel_id, prompts, title }, state) => {
    if (!state.hasAgents) return refuse('feature_not_enabled');
    if (!Array.isArray(prompts) || prompts.length === 0 || prompts.length > 4) return refuse('invalid_arguments');
    state.prompted(text(channel_id), prompts, text(title));
    return { ok: true };
  },
  'functions.completeSuccess': ({ function_execution_id, outputs }, { finished }) => finished(text(function_execution_id), { outputs: record(outputs) }),
  'functions.completeError': ({ function_execution_id, error }, { finished }) => finished(text(function_execution_id), { error: text(error) }),
};

/** Answers a call as Slack does: with `ok`, or with the name of an error. */
export function callMethod({ method, token, params }: Call, state: WebApiState): Json {
  const run = METHODS[method];
  if (!run) return refuse('unknown_method');
  if (!token) return refuse('not_authed');
  // A step of a workflow comes with a token of its own.
  const valid = method === 'apps.connections.open' ? [APP_TOKEN] : method.startsWith('functions.') ? [BOT_TOKEN, STEP_TOKEN] : [BOT_TOKEN];
  if (!valid.includes(token)) return refuse('invalid_auth');
  return run(params, state);
}

/** Reads the form that Slack's clients send: structures are JSON inside the fields. */
export function readCall(path: string, authorization: string | undefined, body: string): Call {
  const params: Json = Object.fromEntries(new URLSearchParams(body));
  for (const name of ['blocks', 'view', 'metadata', 'attachments', 'prompts', 'outputs']) {
    const value = params[name];
    if (typeof value === 'string') params[name] = JSON.parse(value);
  }
  return { method: path.replace('api/', ''), token: authorization?.replace('Bearer ', '') ?? text(params.token), params };
}
