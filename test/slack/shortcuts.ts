import { describe, expect, test } from 'vitest';
import { ALICE, BOB, DIRECT, type FakeSlack, type View } from '../support/fake-slack/index.js';
import { testBot } from '../support/in-process.js';
import { controlsOf, eventually, given, wordsOf } from './eventually.js';
import { showing } from './surfaces.js';

const bot = testBot();

/** The shortcut on messages, and the modal with the search field. */
export function testShortcuts(slack: () => FakeSlack): void {
  const privately = (channel: string) =>
    eventually(() => given(slack().conversations.messages.findLast((message) => message.visibleTo === ALICE && message.channel === channel)));

  describe('"Who is responsible?" on a message', () => {
    test('answers privately beside it', async () => {
      const message = slack().write('does anyone know who patches the os on rds?', { user: BOB, channel: 'C0SHORT01' });
      await slack().shortcut('who_is_responsible', message);
      const shown = await privately('C0SHORT01');
      expect(shown).toMatchObject({ ...showing(bot.ask('does anyone know who patches the os on rds?')), via: 'response_url' });
      expect(controlsOf(shown).at(-1)).toContain('share');
    });

    test('answers inside the thread, and shares there', async () => {
      const root = slack().write('we have news', { user: BOB, channel: 'C0SHORT02' });
      const message = slack().write('Good morning all!\nThe auditors are here.\nWho patches the OS on RDS?\nThanks, Bob', {
        user: BOB,
        channel: 'C0SHORT02',
        thread: root.ts,
      });
      await slack().shortcut('who_is_responsible', message);
      const shown = await privately('C0SHORT02');
      expect(shown).toMatchObject({ ...showing(bot.ask('Who patches the OS on RDS?')), thread_ts: root.ts });
      await slack().act(shown, 'share');
      const shared = await eventually(() =>
        given(
          slack()
            .conversations.replies(root)
            .find(({ via, visibleTo }) => via === 'response_url' && !visibleTo),
        ),
      );
      expect(shared).toMatchObject(showing(bot.ask('Who patches the OS on RDS?')));
    });

    test('reads the attachments of other apps', async () => {
      const message = slack().write('', { channel: 'C0SHORT03' });
      await slack().shortcut('who_is_responsible', message, {
        bot_id: 'B0OTHER',
        attachments: [{ fallback: 'x', title: 'Alarm', text: 'who patches the os on rds?' }],
      });
      expect(await privately('C0SHORT03')).toMatchObject(showing(bot.ask('who patches the os on rds?')));
    });

    test('says so if the message is about something else', async () => {
      const message = slack().write('lunch at noon, anyone?', { channel: 'C0SHORT04' });
      await slack().shortcut('who_is_responsible', message);
      const shown = await privately('C0SHORT04');
      expect(controlsOf(shown).flat()).not.toContain('share');
    });
  });

  describe('the search field', () => {
    /** Opens the modal anew. */
    const open = async (): Promise<View> => {
      const before = slack().views.modal;
      await slack().shortcut('look_up');
      return eventually(() => {
        const modal = given(slack().views.modal, 'a modal');
        expect(modal).not.toBe(before);
        return modal;
      });
    };
    const choose = async (modal: View, option: string, words: string) => {
      await slack().act(modal, 'lookup', { option });
      await eventually(() => expect(wordsOf(modal.content)).toContain(words));
    };

    test('completes names, in groups, also with a slip', async () => {
      const modal = await open();
      const [services] = await slack().suggest(modal, 'lookup', 's3');
      expect(services).toMatchObject({ label: 'Services', options: [{ text: 'Amazon S3', value: 'service:s3' }] });
      const groups = await slack().suggest(modal, 'lookup', 'guest os ptach');
      expect(groups[0]).toMatchObject({ label: 'Controls', options: [{ value: 'control:guest-os-patching' }] });
      expect(groups.at(-1)).toMatchObject({ label: 'Ask it like this', options: [{ value: 'ask:guest os ptach' }] });
      expect(await slack().suggest(modal, 'lookup', 'zzzz')).toEqual([]);
    });

    test('shows what is chosen, steps on and back', async () => {
      const modal = await open();
      await choose(modal, 'ask:who patches the os on rds?', 'Guest OS patching on Amazon RDS');
      await slack().act(modal, 'open_0');
      await eventually(() => expect(wordsOf(modal.content)).toContain('Managed relational databases'));
      await slack().act(modal, 'back');
      await eventually(() => expect(wordsOf(modal.content)).toContain('Guest OS patching on Amazon RDS'));
      expect(wordsOf(modal.content)).not.toContain('"back"');
    });

    test('shows tables as lines, since modals take none', async () => {
      const modal = await open();
      await choose(modal, 'control:guest-os-patching', 'infrastructure');
      expect(wordsOf(modal.content)).not.toContain('"table"');
    });

    test('sends the answer to a channel that the bot is not in', async () => {
      slack().conversations.outside.add('C0MODAL01');
      const modal = await open();
      await choose(modal, 'service:s3', 'Amazon S3');
      expect(await slack().submit(modal, {}, 'C0MODAL01')).toMatchObject({ acknowledged: true });
      const sent = await eventually(() => given(slack().conversations.messages.find(({ channel }) => channel === 'C0MODAL01')));
      expect(sent).toMatchObject({ ...showing(bot.open({ open: 'service', id: 's3' })), via: 'response_url' });
      expect(sent).not.toHaveProperty('visibleTo');
      expect(wordsOf(sent.blocks)).toContain(`Shared by ${ALICE.toLowerCase()}`);
    });

    test('has nothing to send where it has no answer', async () => {
      const modal = await open();
      await choose(modal, 'ask:zzzz qqqq', 'Who is responsible?');
      await slack().suggest(modal, 'lookup', 's3');
      expect(wordsOf(modal.content)).not.toContain('Send to');
    });

    test('asks for a channel if none is chosen', async () => {
      const modal = await open();
      await choose(modal, 'service:s3', 'Amazon S3');
      expect(await slack().submit(modal)).toMatchObject({ payload: { response_action: 'errors', errors: { conversation: expect.any(String) } } });
    });

    test('sends the answer to me', async () => {
      const modal = await open();
      await choose(modal, 'service:ec2', 'Amazon EC2');
      await slack().act(modal, 'send_to_me');
      await eventually(() => expect(wordsOf(modal.content)).toContain('Sent to you'));
      const sent = slack().conversations.messages.findLast(({ channel }) => channel === DIRECT);
      expect(sent).toMatchObject(showing(bot.open({ open: 'service', id: 'ec2' })));
    });
  });
}
