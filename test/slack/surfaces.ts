import { expect, test, vi } from 'vitest';
import type { Answer } from '../../src/ask/answer.js';
import { packPick } from '../../src/ask/pick.js';
import { toMessage } from '../../src/render/message.js';
import { ALICE, BOT, type FakeSlack, type SlackMessage } from '../support/fake-slack/index.js';
import { appMention, eventCallback } from '../support/fake-slack/payloads.js';
import { testBot } from '../support/in-process.js';

const bot = testBot();
const S3 = { action_id: 'open_0', value: packPick({ open: 'service', id: 's3' }) };

/** What a message must show: the very answer that the bot gives without Slack. Its buttons are laid out anew, and tested with what they do. */
export function showing(answer: Answer) {
  const { text, blocks } = toMessage(answer);
  const said = blocks.filter(({ type }) => type !== 'actions');
  return { text, blocks: expect.arrayContaining(JSON.parse(JSON.stringify(said))) };
}

/** Waits for the replies to a message. */
export const replies = (slack: FakeSlack, message: Pick<SlackMessage, 'channel' | 'ts'>, count = 1): Promise<SlackMessage[]> =>
  vi.waitFor(
    () => {
      const found = slack.conversations.replies(message);
      expect(found).toHaveLength(count);
      return found;
    },
    { timeout: 8000, interval: 10 },
  );

/** After this, whatever was delivered before has been dealt with. */
export async function nextAnswer(slack: FakeSlack): Promise<void> {
  await replies(slack, await slack.direct('s3'));
}

/** What a person sees, however Slack reaches the bot. */
export function testSurfaces(slack: () => FakeSlack): void {
  test.each(['s3', 'who patches the os on rds?', 'compare s3 ec2', '', 'zzzz qqqq', '<!channel> & <@U123>'])(
    '/srm %s is answered to the asker alone',
    async (text) => {
      const shown = await slack().command(text);
      expect(shown).toMatchObject({ ...showing(bot.ask(text)), visibleTo: ALICE, via: 'ack' });
    },
  );

  test('/srm with nothing after it gives help', async () => {
    expect(bot.ask('').kind).toBe('help');
    for (const text of ['', 'help', 'Help!', 'usage']) expect(await slack().command(text)).toMatchObject(showing(bot.ask('')));
  });

  test('a mention is answered in a thread on it', async () => {
    const message = await slack().mention('s3');
    const [reply] = await replies(slack(), message);
    expect(reply).toMatchObject({ ...showing(bot.ask('s3')), channel: message.channel, user: BOT.user });
    expect(reply).not.toHaveProperty('visibleTo');
  });

  test('a mention in a thread is answered in that thread', async () => {
    const root = await slack().mention('s3');
    await replies(slack(), root);
    await slack().mention('ec2', { thread: root.ts });
    const thread = await replies(slack(), root, 3);
    expect(thread.at(-1)).toMatchObject(showing(bot.ask('ec2')));
  });

  test('a direct message is answered in a thread on it, and answers are not answered', async () => {
    const message = await slack().direct('who patches the os on rds?');
    const [reply] = await replies(slack(), message);
    expect(reply).toMatchObject(showing(bot.ask('who patches the os on rds?')));
    await nextAnswer(slack());
    expect(slack().conversations.replies(message)).toHaveLength(1);
  });

  test('a direct message in a thread is answered there', async () => {
    const root = await slack().direct('s3');
    await replies(slack(), root);
    await slack().direct('ec2', { thread: root.ts });
    expect((await replies(slack(), root, 3)).at(-1)).toMatchObject(showing(bot.ask('ec2')));
  });

  test('a direct message with a file is answered; a mention of the bot in it changes nothing', async () => {
    const message = await slack().direct(`@${BOT.user} s3`, {}, { subtype: 'file_share', text: `<@${BOT.user}> s3`, files: [] });
    expect((await replies(slack(), message))[0]).toMatchObject(showing(bot.ask('s3')));
  });

  test('links in answers are not unfolded', async () => {
    await replies(slack(), await slack().mention('s3'));
    const posts = slack().calls.filter(({ method }) => method === 'chat.postMessage');
    for (const { params } of posts) expect(params).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('a button under a private answer replaces it', async () => {
    const shown = await slack().command('help');
    if (!shown) throw new Error('nothing was shown');
    await slack().click(shown, S3);
    await vi.waitFor(() => expect(shown).toMatchObject({ ...showing(bot.open({ open: 'service', id: 's3' })), via: 'response_url', visibleTo: ALICE }));
  });

  test('a button in a thread is answered in the thread', async () => {
    const message = await slack().mention('help');
    const [reply] = await replies(slack(), message);
    if (!reply) throw new Error('nothing was posted');
    await slack().click(reply, S3);
    expect((await replies(slack(), message, 2)).at(-1)).toMatchObject(showing(bot.open({ open: 'service', id: 's3' })));
  });

  test('a button with a value that means nothing gives help', async () => {
    const shown = await slack().command('s3');
    if (!shown) throw new Error('nothing was shown');
    await slack().click(shown, { action_id: 'open_3', value: '{"open":"service"}' });
    await vi.waitFor(() => expect(shown).toMatchObject({ ...showing(bot.ask('')), via: 'response_url' }));
  });

  test('an event that Slack delivers again is answered once', async () => {
    const message = slack().write('s3');
    const envelope = eventCallback(appMention(message));
    await slack().deliver(envelope);
    expect(await slack().deliver(envelope, { num: 1, reason: 'http_timeout' })).toMatchObject({ acknowledged: true });
    await slack().deliver(envelope, { num: 2, reason: 'http_timeout' });
    await replies(slack(), message);
    await nextAnswer(slack());
    expect(slack().conversations.replies(message)).toHaveLength(1);
  });

  test('a message that arrives as two events is answered once', async () => {
    const message = await slack().direct('s3');
    await slack().event(appMention(message));
    await nextAnswer(slack());
    expect(slack().conversations.replies(message)).toHaveLength(1);
  });

  test.each([
    ['by another bot', { bot_id: 'B0OTHER', app_id: 'A0OTHER' }],
    ['by an integration of the old kind', { bot_id: 'B0OTHER', subtype: 'bot_message', user: undefined }],
    ['by this bot', { bot_id: BOT.id, user: BOT.user }],
    ['by Slackbot', { user: 'USLACKBOT' }],
    ['that was edited', { edited: { user: ALICE, ts: '1.000001' } }],
  ])('a message %s is not answered', async (_, more) => {
    const mention = await slack().mention('s3', {}, more);
    const message = await slack().direct('s3', {}, more);
    await nextAnswer(slack());
    expect([...slack().conversations.replies(mention), ...slack().conversations.replies(message)]).toEqual([]);
  });

  test("an edit is not answered, neither a person's nor the bot's own", async () => {
    const message = await slack().direct('s3');
    const [reply] = await replies(slack(), message);
    await slack().edit(message, 'ec2');
    if (reply) await slack().edit(reply, 'edited');
    await nextAnswer(slack());
    expect(slack().conversations.replies(message)).toHaveLength(1);
  });

  test.each(['channel_join', 'me_message', 'message_deleted'])('a message of the kind %s is not answered', async (subtype) => {
    const message = await slack().direct('s3', {}, { subtype });
    await nextAnswer(slack());
    expect(slack().conversations.replies(message)).toEqual([]);
  });

  test('a message in a group is not taken for a direct one', async () => {
    const message = await slack().direct('s3', {}, { channel_type: 'mpim' });
    await nextAnswer(slack());
    expect(slack().conversations.replies(message)).toEqual([]);
  });
}
