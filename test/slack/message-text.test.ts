import { expect, test } from 'vitest';
import { isByPerson, messageText } from '../../src/slack/message-text.js';

test.each([
  ['<@U0BOT> s3', 's3'],
  ['<@U0BOT|srm> s3', 's3'],
  ['hey <@U0BOT>, s3', 'hey  , s3'],
  ['<@U0BOT><@U0BOT>', ''],
  ['ask <@U0OTHER> about s3', 'ask <@U0OTHER> about s3'],
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['&amp;lt;', '&lt;'],
  ['  s3\n', 's3'],
])('%s is the question %s', (text, question) => {
  expect(messageText(text, 'U0BOT')).toBe(question);
});

test('a message without text is an empty question', () => {
  expect(messageText(undefined, 'U0BOT')).toBe('');
});

test('a mention stays when the bot does not know its own id', () => {
  expect(messageText('<@U0BOT> s3', undefined)).toBe('<@U0BOT> s3');
});

test.each([
  [{ user: 'U1' }, true],
  [{ user: 'U1', subtype: 'file_share' }, true],
  [{ user: 'U1', subtype: 'thread_broadcast' }, true],
  [{ user: 'U1', subtype: 'message_changed' }, false],
  [{ user: 'U1', bot_id: 'B1' }, false],
  [{ user: 'U1', edited: { user: 'U1', ts: '1.1' } }, false],
  [{ user: 'USLACKBOT' }, false],
  [{}, false],
])('%o is by a person: %s', (event, expected) => {
  expect(isByPerson(event)).toBe(expected);
});
