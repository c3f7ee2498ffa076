import { LogLevel } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { boltLogger, createLog } from '../src/log.js';

function capture(level: 'debug' | 'info' | 'warn' | 'error' = 'debug') {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line) => void lines.push(line) }), lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

describe('the log', () => {
  test('writes one JSON object a line, with time and level', () => {
    const { log, last } = capture();
    log.info({ kind: 'service', surface: 'command' }, 'answered');
    expect(last()).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), kind: 'service', surface: 'command', msg: 'answered' });
  });

  test.each(['token', 'botToken', 'signingSecret', 'response_url', 'text', 'Authorization'])('blanks %s, and one level down', (name) => {
    const { log, lines } = capture();
    log.info({ [name]: 'private', inner: { [name]: 'private' } }, 'x');
    expect(lines.join()).not.toContain('private');
  });

  test('tells what an error is, without what it carries', () => {
    const { log, last } = capture();
    const error = Object.assign(new Error('call failed with xoxb-1-secret: {"text":"my question"}', { cause: new TypeError('socket closed') }), {
      code: 'slack_error',
      data: { text: 'my question' },
    });
    log.error({ err: error }, 'x');
    const { err } = last();
    expect(err).toMatchObject({
      type: 'Error',
      message: 'call failed with [token]: {...}',
      code: 'slack_error',
      cause: { type: 'TypeError', message: 'socket closed' },
    });
    expect(err.stack).toMatch(/^\s+at /);
    expect(JSON.stringify(err)).not.toMatch(/secret|my question/);
  });
});

describe("the logger for Bolt's use", () => {
  test('joins strings and keeps the first error', () => {
    const { log, last } = capture();
    boltLogger(log).warn('http request failed', 'twice', new Error('reset'));
    expect(last()).toMatchObject({ level: 'warn', msg: 'http request failed twice', err: { message: 'reset' } });
  });

  test('takes an error alone', () => {
    const { log, last } = capture();
    boltLogger(log).error(new Error('reset'));
    expect(last()).toMatchObject({ level: 'error', msg: 'reset', err: { message: 'reset' } });
  });

  test.each([
    'Received a message on the WebSocket: {"payload":{"text":"my secret"}}',
    'Connecting to wss://slack.example/link?ticket=secret',
    'using xapp-1-secret and xoxe.xoxb-1-secret',
    'posting to https://hooks.slack.com/commands/secret',
  ])('keeps payloads and addresses out: %s', (message) => {
    const { log, lines } = capture();
    boltLogger(log).debug(message);
    boltLogger(log).debug('payload', { text: 'my secret' });
    expect(lines.join()).not.toContain('secret');
  });

  test.each(['debug', 'info', 'warn', 'error'] as const)('has the level %s of the log, so that Bolt leaves it alone', (level) => {
    expect(boltLogger(capture(level).log).getLevel()).toBe(level);
  });

  test('can be named, and can be told another level', () => {
    const { log, lines, last } = capture();
    const logger = boltLogger(log);
    logger.setName('bolt');
    logger.info('hello');
    expect(last()).toMatchObject({ name: 'bolt', msg: 'hello' });
    logger.setLevel(LogLevel.ERROR);
    logger.info('too quiet');
    expect(lines).toHaveLength(1);
  });
});
