/** The payloads that Slack sends, with the fields that it sends. */
import { randomUUID } from 'node:crypto';
import type { SlackMessage } from './conversations.js';
import type { Json } from './route.js';
import { APP_ID, BOT, TEAM } from './workspace.js';

const VERIFICATION_TOKEN = 'verification-token';

interface Typed {
  command: string;
  text: string;
  user: string;
  channel: string;
  responseUrl: string;
  triggerId: string;
}

/** The form that a slash command sends. */
export function slashCommand({ command, text, user, channel, responseUrl, triggerId }: Typed): Record<string, string> {
  return {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel,
    channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** The envelope around an event. */
export function eventCallback(event: Json): Json {
  return {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: APP_ID,
    event,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: TEAM.id, user_id: BOT.user, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
  };
}

function spoken({ user, text, ts, channel, thread_ts }: SlackMessage): Json {
  return {
    user,
    ts,
    client_msg_id: randomUUID(),
    text,
    team: TEAM.id,
    ...(thread_ts && { thread_ts, parent_user_id: user }),
    blocks: [{ type: 'rich_text', block_id: 'b1', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }],
    channel,
    event_ts: ts,
  };
}

export const appMention = (message: SlackMessage, more: Json = {}): Json => ({ type: 'app_mention', ...spoken(message), ...more });

export const directMessage = (message: SlackMessage, more: Json = {}): Json => ({ type: 'message', ...spoken(message), channel_type: 'im', ...more });

/** What Slack sends when a message is edited: to apps, also for their own messages. */
export function messageChanged(message: SlackMessage, before: string): Json {
  const { channel, ts, user } = message;
  return {
    type: 'message',
    subtype: 'message_changed',
    message: { type: 'message', ...spoken(message), edited: { user, ts } },
    previous_message: { type: 'message', ...spoken({ ...message, text: before }) },
    channel,
    hidden: true,
    ts: `${ts.slice(0, -1)}9`,
    event_ts: `${ts.slice(0, -1)}9`,
    channel_type: 'im',
  };
}

/** What marks a message by a bot of today: no subtype, but a `bot_id`. */
export const writtenByBot = (bot: string): Json => ({
  bot_id: bot,
  app_id: bot === BOT.id ? APP_ID : 'A0OTHER01',
  bot_profile: { id: bot, deleted: false, name: 'bot', updated: 1, app_id: APP_ID, icons: {}, team_id: TEAM.id },
});
