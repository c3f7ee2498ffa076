import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' };
const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_SIGNING_SECRET: 'signing-secret' };

const complaint = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  throw new Error('the settings were accepted');
};

describe('the connection', () => {
  test('is Socket Mode with an app-level token', () => {
    expect(readConfig(SOCKET)).toMatchObject({ botToken: 'xoxb-1-secret', connection: { mode: 'socket', appToken: 'xapp-1-secret' } });
  });

  test('is HTTP otherwise, on port 3000', () => {
    expect(readConfig(HTTP).connection).toEqual({ mode: 'http', signingSecret: 'signing-secret', port: 3000 });
    expect(readConfig({ ...HTTP, PORT: '8080' }).connection).toMatchObject({ port: 8080 });
  });

  test('prefers Socket Mode when both are set', () => {
    expect(readConfig({ ...SOCKET, ...HTTP }).connection.mode).toBe('socket');
  });
});

describe('defaults', () => {
  test('are Slack itself, "info" and the knowledge of the package', () => {
    expect(readConfig(SOCKET)).toMatchObject({ apiUrl: 'https://slack.com/api/', logLevel: 'info', knowledgeDir: expect.stringMatching(/knowledge$/) });
  });

  test('hold for variables that are set to nothing', () => {
    expect(readConfig({ ...SOCKET, SLACK_API_URL: '', LOG_LEVEL: ' ', SRM_KNOWLEDGE_DIR: '' })).toEqual(readConfig(SOCKET));
    expect(readConfig({ ...HTTP, SLACK_APP_TOKEN: '' }).connection.mode).toBe('http');
  });

  test('can be changed', () => {
    const changed = readConfig({ ...SOCKET, SLACK_API_URL: 'http://localhost:1/api', LOG_LEVEL: 'DEBUG', SRM_KNOWLEDGE_DIR: '/tmp/k' });
    expect(changed).toMatchObject({ apiUrl: 'http://localhost:1/api/', logLevel: 'debug', knowledgeDir: '/tmp/k' });
  });

  test('line breaks around a token, as secret files have them, are dropped', () => {
    expect(readConfig({ ...SOCKET, SLACK_BOT_TOKEN: 'xoxb-1\n' }).botToken).toBe('xoxb-1');
  });
});

describe('conduct', () => {
  test('keeps words to itself unless told otherwise', () => {
    expect(readConfig(SOCKET).conduct).toEqual({ logUnknownText: false, perMinute: 30 });
  });

  test('can be changed', () => {
    const env = {
      SRM_PROPOSE_URL: 'https://example.com/new',
      SRM_SUPPORT_CONTACT: '#cloud',
      SRM_LOG_UNKNOWN_TEXT: 'true',
      SRM_QUESTIONS_PER_MINUTE: '5',
      SRM_PLAIN_TABLES: 'true',
    };
    expect(readConfig({ ...SOCKET, ...env }).conduct).toEqual({
      proposeUrl: 'https://example.com/new',
      supportContact: '#cloud',
      logUnknownText: true,
      perMinute: 5,
      plainTables: true,
    });
  });
});

describe('a complaint', () => {
  test('names everything that is missing, and both ways to connect', () => {
    expect(complaint({})).toMatch(/SLACK_BOT_TOKEN is missing[\s\S]*SLACK_SIGNING_SECRET is missing: set SLACK_APP_TOKEN/);
  });

  test.each([
    ['SLACK_BOT_TOKEN', { ...SOCKET, SLACK_BOT_TOKEN: 'xapp-swapped' }],
    ['SLACK_APP_TOKEN', { ...SOCKET, SLACK_APP_TOKEN: 'xoxb-swapped' }],
    ['SLACK_API_URL', { ...SOCKET, SLACK_API_URL: 'slack.com/api' }],
    ['SLACK_API_URL', { ...SOCKET, SLACK_API_URL: 'ftp://slack.com/api' }],
    ['LOG_LEVEL', { ...SOCKET, LOG_LEVEL: 'loud' }],
    ['SRM_PROPOSE_URL', { ...SOCKET, SRM_PROPOSE_URL: 'javascript:alert(1)' }],
    ['SRM_LOG_UNKNOWN_TEXT', { ...SOCKET, SRM_LOG_UNKNOWN_TEXT: 'maybe' }],
    ['SRM_QUESTIONS_PER_MINUTE', { ...SOCKET, SRM_QUESTIONS_PER_MINUTE: '0' }],
    ['PORT', { ...HTTP, PORT: 'http' }],
    ['PORT', { ...HTTP, PORT: '70000' }],
    ['SLACK_SIGNING_SECRET', { ...HTTP, SLACK_SIGNING_SECRET: 'two words' }],
  ])('names %s when it is malformed', (name, env) => {
    expect(complaint(env)).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  test('never shows a value', () => {
    const message = complaint({ SLACK_BOT_TOKEN: 'wrong-1', SLACK_APP_TOKEN: 'wrong-2', SLACK_API_URL: 'wrong-3', LOG_LEVEL: 'wrong-4' });
    expect(message).not.toContain('wrong-');
    expect(message.match(/^ {2}[A-Z_]+ /gm)).toHaveLength(4);
  });
});
