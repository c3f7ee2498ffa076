import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/ask/answer.js';
import type { Bot } from '../../src/ask/index.js';
import { remembering } from '../../src/ask/remember.js';

/** Counts how often it is asked. */
function counting(answer: (text: string) => Answer): Bot & { asked: number } {
  const bot = {
    asked: 0,
    ask: (text: string) => {
      bot.asked += 1;
      return answer(text);
    },
    open: () => answer(''),
  };
  return bot;
}

const help = (question: string): Answer => ({ kind: 'help', question, examples: [] });

describe('a bot that remembers', () => {
  test('is asked once for the same question, and once for each context', () => {
    const bot = counting(help);
    const remembers = remembering(bot);
    expect(remembers.ask('s3')).toBe(remembers.ask('s3'));
    expect(bot.asked).toBe(1);
    remembers.ask('s3', { service: 'rds' });
    remembers.ask('s3', { service: 'ec2' });
    remembers.ask('s3', { service: 'rds' });
    expect(bot.asked).toBe(3);
  });

  test('keeps nothing of the question', () => {
    expect(remembering(counting(help)).ask('hush hush')).toEqual(help(''));
  });

  test('gives what was not understood its question back, which the log may need in full', () => {
    const bot = counting((question) => ({ kind: 'unknown', question, reason: 'no-match', note: '', next: [] }));
    const remembers = remembering(bot);
    for (let time = 0; time < 3; time += 1) expect(remembers.ask('what').question).toBe('what');
    expect(bot.asked).toBe(1);
  });

  test('does not keep a choice, which quotes the question', () => {
    const bot = counting((question) => ({ kind: 'suggestions', question, options: [] }));
    const remembers = remembering(bot);
    for (let time = 0; time < 2; time += 1) expect(remembers.ask('what').question).toBe('what');
    expect(bot.asked).toBe(2);
  });

  test('forgets what was not asked for longest', () => {
    const bot = counting(help);
    const remembers = remembering(bot, 2);
    for (const text of ['a', 'b', 'a', 'c', 'a']) remembers.ask(text);
    expect(bot.asked).toBe(3);
    remembers.ask('b');
    expect(bot.asked).toBe(4);
  });
});
