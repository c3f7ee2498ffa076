import { readFileSync } from 'node:fs';
import { App } from '@slack/bolt';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { register } from '../src/slack/listeners/index.js';
import { Once } from '../src/slack/once.js';
import { startInProcess, testBot } from './support/in-process.js';

/** The parts of Slack's schema that the app uses, with Slack's limits. */
const Manifest = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean(), messages_tab_read_only_enabled: z.boolean() }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
        description: z.string().min(1).max(2000),
        usage_hint: z.string().min(1).max(1000),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const { features, oauth_config, settings } = Manifest.parse(parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8')));

/** What the listeners register, recorded from the app itself. */
function registered() {
  const app = new App({ receiver: { init: () => {}, start: async () => {}, stop: async () => {} }, token: 'xoxb-1', deferInitialization: true });
  const spies = { command: vi.spyOn(app, 'command'), event: vi.spyOn(app, 'event'), message: vi.spyOn(app, 'message'), action: vi.spyOn(app, 'action') };
  const others = [vi.spyOn(app, 'shortcut'), vi.spyOn(app, 'view'), vi.spyOn(app, 'options'), vi.spyOn(app, 'function')];
  register(app, { bot: testBot(), once: new Once(), log: pino({ level: 'silent' }) });
  return {
    commands: spies.command.mock.calls.map(([name]) => name),
    // The app hears messages in direct conversations only.
    events: [...spies.event.mock.calls.map(([name]) => name), ...spies.message.mock.calls.map(() => 'message.im')],
    isInteractive: spies.action.mock.calls.length > 0,
    others: others.map((spy) => spy.mock.calls.length),
  };
}

describe('manifest.yml', () => {
  test('declares the commands that are answered', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual(registered().commands);
  });

  test('declares the events that are answered', () => {
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(registered().events.toSorted());
  });

  test('declares interactivity if there are buttons, and no surface that nobody answers', () => {
    expect(settings.interactivity.is_enabled).toBe(registered().isInteractive);
    expect(registered().others).toEqual([0, 0, 0, 0]);
  });

  test('asks for the scopes that commands, events and methods need, and no more', async () => {
    const { slack } = await startInProcess();
    await slack.command('s3');
    await slack.mention('s3');
    await slack.direct('s3');
    // What Slack's reference lists for each.
    const needed: Record<string, string[]> = {
      app_mention: ['app_mentions:read'],
      'message.im': ['im:history'],
      'auth.test': [],
      'chat.postMessage': ['chat:write'],
    };
    const used = [...registered().events.map(String), ...slack.calls.map(({ method }) => method)];
    const scopes = new Set(['commands', ...used.flatMap((name) => needed[name] ?? [`the scope of ${name}`])]);
    expect(oauth_config.scopes.bot).toEqual([...scopes].toSorted());
  });

  test('lets people write to the bot, and uses Socket Mode', () => {
    expect(features.app_home).toMatchObject({ messages_tab_enabled: true, messages_tab_read_only_enabled: false });
    expect(settings.socket_mode_enabled).toBe(true);
  });
});
