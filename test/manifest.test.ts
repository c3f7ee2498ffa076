import { readFileSync } from 'node:fs';
import { App } from '@slack/bolt';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createDesk } from '../src/slack/desk.js';
import { COMMAND } from '../src/slack/listeners/command.js';
import { register, WAYS } from '../src/slack/listeners/index.js';
import { given } from './slack/eventually.js';
import { CONDUCT, startInProcess, testLibrary } from './support/in-process.js';

const Parameters = z.record(
  z.string().regex(/^[a-z_]+$/),
  z.strictObject({ type: z.literal('string'), title: z.string().min(1), description: z.string().min(1), is_required: z.boolean() }),
);

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
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
    agent_view: z.strictObject({
      agent_description: z.string().min(1).max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string(), message: z.string() })).max(4),
    }),
  }),
  functions: z.record(z.string(), z.strictObject({ title: z.string(), description: z.string(), input_parameters: Parameters, output_parameters: Parameters })),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.literal(true),
    function_runtime: z.literal('remote'),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const { features, functions, oauth_config, settings } = Manifest.parse(parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8')));

/** What the listeners register, recorded from the app itself. */
function registered() {
  const app = new App({ receiver: { init: () => {}, start: async () => {}, stop: async () => {} }, token: 'xoxb-1', deferInitialization: true });
  const spies = {
    event: vi.spyOn(app, 'event'),
    message: vi.spyOn(app, 'message'),
    action: vi.spyOn(app, 'action'),
    shortcut: vi.spyOn(app, 'shortcut'),
    function: vi.spyOn(app, 'function'),
  };
  register(app, createDesk({ library: testLibrary(), conduct: CONDUCT, log: pino({ level: 'silent' }), ways: WAYS }));
  const functions = spies.function.mock.calls.map(([name]) => name);
  return {
    functions,
    // The app hears messages in direct conversations only.
    events: [
      ...spies.event.mock.calls.map(([name]) => String(name)),
      ...spies.message.mock.calls.map(() => 'message.im'),
      ...(functions.length > 0 ? ['function_executed'] : []),
    ],
    shortcuts: spies.shortcut.mock.calls.map(([constraints]) => constraints),
    isInteractive: spies.action.mock.calls.length > 0,
  };
}

describe('manifest.yml', () => {
  test('declares the commands that are answered', async () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
    const { slack } = await startInProcess();
    for (const { command } of features.slash_commands) expect(await slack.command('s3', { command })).toBeDefined();
    expect(await slack.command('s3', { command: '/other' })).toBeUndefined();
  });

  test('declares the events that are answered', () => {
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(registered().events.toSorted());
  });

  test('declares interactivity if there are buttons', () => {
    expect(settings.interactivity.is_enabled).toBe(registered().isInteractive);
  });

  test('declares the shortcuts that are answered', () => {
    const declared = features.shortcuts.map(({ type, callback_id }) => ({ type: type === 'message' ? 'message_action' : 'shortcut', callback_id }));
    expect(declared).toEqual(registered().shortcuts);
  });

  test('declares the workflow steps that are answered, with what they take and give', async () => {
    expect(Object.keys(functions)).toEqual(registered().functions);
    const { slack } = await startInProcess();
    for (const [name, { input_parameters, output_parameters }] of Object.entries(functions)) {
      const inputs = Object.fromEntries(Object.keys(input_parameters).map((input) => [input, 's3']));
      const { outputs } = given(slack.finished.get(await slack.runStep(name, inputs)), 'the end of the step');
      expect(Object.keys(Object(outputs)).toSorted()).toEqual(Object.keys(output_parameters).toSorted());
    }
  });

  test('suggests what the bot suggests', () => {
    const help = testLibrary().bot.open({ open: 'help' });
    const examples = help.kind === 'help' ? help.examples : [];
    expect(features.agent_view.suggested_prompts).toEqual(examples.slice(0, 4).map((example) => ({ title: example, message: example })));
  });

  test('names in help every command and shortcut that it declares', () => {
    for (const { command } of features.slash_commands) expect(WAYS.join('\n')).toContain(`${command} `);
    for (const { name } of features.shortcuts) expect(WAYS.join('\n')).toContain(`*${name}*`);
  });

  test('asks for the scopes that commands, events and methods need, and no more', async () => {
    const { slack } = await startInProcess();
    await slack.command('s3');
    await slack.mention('s3');
    await slack.direct('s3');
    await slack.openApp('home');
    await slack.openApp('messages');
    await slack.shortcut('look_up');
    const modal = given(slack.views.modal);
    await slack.act(modal, 'lookup', { option: 'service:s3' });
    await slack.act(modal, 'send_to_me');
    await slack.runStep('lookup_responsibility', { question: 's3' });
    // What Slack's reference lists for each.
    const needed: Record<string, string[]> = {
      app_mention: ['app_mentions:read'],
      'message.im': ['im:history'],
      app_home_opened: [],
      function_executed: [],
      'auth.test': [],
      'chat.postMessage': ['chat:write'],
      'views.open': [],
      'views.update': [],
      'views.publish': [],
      'functions.completeSuccess': [],
      'assistant.threads.setSuggestedPrompts': ['assistant:write'],
    };
    const used = [...registered().events, ...slack.calls.map(({ method }) => method)];
    const scopes = new Set(['commands', ...used.flatMap((name) => needed[name] ?? [`the scope of ${name}`])]);
    expect(oauth_config.scopes.bot).toEqual([...scopes].toSorted());
  });

  test('lets people write to the bot, and uses Socket Mode', () => {
    expect(features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false });
    expect(settings.socket_mode_enabled).toBe(true);
  });
});
