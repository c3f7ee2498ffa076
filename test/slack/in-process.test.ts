import { beforeAll, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/ask/index.js';
import type { FakeSlack } from '../support/fake-slack/index.js';
import { startInProcess, testBot } from '../support/in-process.js';
import { testFeatures } from './features.js';
import { testSurfaces } from './surfaces.js';

describe('the app, in process', () => {
  let slack: FakeSlack;
  beforeAll(async () => {
    ({ slack } = await startInProcess());
  });
  testSurfaces(() => slack);
  testFeatures(() => slack, 'PROCESS');
});

describe('an answer', () => {
  test('leaves one line in the log, without what was asked', async () => {
    const { slack, lines } = await startInProcess();
    await slack.command('s3 hush-hush');
    await slack.mention('s3 hush-hush');
    await slack.direct('s3 hush-hush');
    const answered = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
    const { kind } = testBot().ask('s3 hush-hush');
    expect(answered.map(({ surface }) => surface)).toEqual(['command', 'mention', 'direct-message']);
    for (const line of answered) expect(line).toMatchObject({ kind, ms: expect.any(Number), understood: expect.any(Array) });
    // Even at this level, where Slack's libraries write down every payload.
    expect(lines.join('')).not.toMatch(/hush-hush|xoxb-|commands\//);
  });
});

describe('a question that the bot fails on', () => {
  const broken: Bot = {
    ask: () => {
      throw new Error('broken');
    },
    open: () => {
      throw new Error('broken');
    },
  };
  const start = () => startInProcess({ bot: broken });

  test('by command: the asker is told, and the error goes on', async () => {
    const { slack } = await start();
    await expect(slack.command('s3')).rejects.toThrow('broken');
    expect(slack.conversations.private('U0ALICE01')).toMatchObject([{ text: expect.stringMatching(/^Sorry/), via: 'response_url' }]);
  });

  test('by mention: the thread is told', async () => {
    const { slack, inFlight } = await start();
    await expect(slack.mention('s3')).rejects.toThrow('broken');
    const [message] = slack.conversations.messages;
    expect(message && slack.conversations.replies(message)).toMatchObject([{ text: expect.stringMatching(/^Sorry/) }]);
    expect(inFlight.count).toBe(0);
  });

  test('by a workflow: the step fails', async () => {
    const { slack } = await start();
    await expect(slack.runStep('lookup_responsibility', { question: 's3' })).rejects.toThrow('broken');
    expect([...slack.finished.values()]).toMatchObject([{ error: expect.stringMatching(/^Sorry/) }]);
  });

  test('by button: the private answer stays, and an apology follows', async () => {
    const { slack } = await start();
    const shown = slack.conversations.post({ channel: 'C0GENERAL', user: 'U0SRM0BOT', text: 'old', blocks: [], visibleTo: 'U0ALICE01', via: 'ack' });
    await expect(slack.click(shown, { action_id: 'open_0', value: 'service:s3' })).rejects.toThrow('broken');
    expect(slack.conversations.private('U0ALICE01')).toMatchObject([{ text: 'old' }, { text: expect.stringMatching(/^Sorry/) }]);
  });
});

describe('an answer that Slack does not take', () => {
  test('for its content: the thread is told', async () => {
    const { slack } = await startInProcess();
    slack.faults.next('chat.postMessage', { error: 'invalid_blocks' });
    await expect(slack.mention('s3')).rejects.toThrow('invalid_blocks');
    const [message] = slack.conversations.messages;
    expect(message && slack.conversations.replies(message)).toMatchObject([{ text: expect.stringMatching(/^Sorry/) }]);
  });
});
