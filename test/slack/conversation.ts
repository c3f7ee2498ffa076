import { describe, expect, test } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/index.js';
import { testBot } from '../support/in-process.js';
import { given } from './eventually.js';
import { replies, showing } from './surfaces.js';

const bot = testBot();
const RDS = { service: 'rds' };

/** Follow-ups: what "it" and "and ..." stand for. Every test has a direct conversation of its own. */
export function testConversation(slack: () => FakeSlack, mode: string): void {
  describe('a conversation', () => {
    test('in a thread of a channel keeps its subject', async () => {
      const root = await slack().mention('rds');
      await replies(slack(), root);
      await slack().mention('who patches the os?', { thread: root.ts });
      const thread = await replies(slack(), root, 3);
      expect(bot.ask('who patches the os?', RDS)).not.toEqual(bot.ask('who patches the os?'));
      expect(thread.at(-1)).toMatchObject(showing(bot.ask('who patches the os?', RDS)));
    });

    test('goes on from one control to the next service', async () => {
      const root = await slack().mention('who patches the os on rds?');
      await replies(slack(), root);
      await slack().mention('and ec2?', { thread: root.ts });
      const thread = await replies(slack(), root, 3);
      expect(thread.at(-1)).toMatchObject(showing(bot.ask('and ec2?', { service: 'rds', control: 'guest-os-patching' })));
    });

    test('has a subject of its own in each thread', async () => {
      const [one, other] = [await slack().mention('rds'), await slack().mention('s3')];
      await replies(slack(), one);
      await replies(slack(), other);
      await slack().mention('who patches the os?', { thread: other.ts });
      expect((await replies(slack(), other, 3)).at(-1)).toMatchObject(showing(bot.ask('who patches the os?', { service: 's3' })));
      const fresh = await slack().mention('who patches the os?');
      expect((await replies(slack(), fresh)).at(-1)).toMatchObject(showing(bot.ask('who patches the os?')));
    });

    test('with the bot itself goes on outside of threads, and apart from them within', async () => {
      const channel = `D0TALK${mode}`;
      const first = await slack().direct('rds', { channel });
      await replies(slack(), first);
      const second = await slack().direct('who patches the os?', { channel });
      expect((await replies(slack(), second)).at(-1)).toMatchObject(showing(bot.ask('who patches the os?', RDS)));
      await slack().direct('s3', { channel });
      await slack().direct('who patches the os?', { channel, thread: first.ts });
      expect((await replies(slack(), first, 3)).at(-1)).toMatchObject(showing(bot.ask('who patches the os?', RDS)));
    });

    test('turns to what a button opened', async () => {
      const root = await slack().mention('who patches the os on rds?');
      const [reply] = await replies(slack(), root);
      await slack().click(given(reply), { action_id: 'open_0', value: 'service:ec2' });
      await replies(slack(), root, 2);
      await slack().mention('who patches the os?', { thread: root.ts });
      expect((await replies(slack(), root, 4)).at(-1)).toMatchObject(showing(bot.ask('who patches the os?', { service: 'ec2' })));
    });

    test('is what "Compare with ..." takes up', async () => {
      const root = await slack().mention('rds');
      await replies(slack(), root);
      await slack().mention('who patches the os?', { thread: root.ts });
      const followUp = given((await replies(slack(), root, 3)).at(-1));
      await slack().act(followUp, 'compare', { option: 'service:ec2' });
      expect((await replies(slack(), root, 4)).at(-1)).toMatchObject(showing(bot.open({ open: 'comparison', ids: ['rds', 'ec2'] })));
    });

    test('by slash command has no memory', async () => {
      await slack().command('rds');
      expect(await slack().command('who patches the os?')).toMatchObject(showing(bot.ask('who patches the os?')));
    });
  });
}
