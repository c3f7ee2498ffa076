import { describe, expect, test } from 'vitest';
import { DIRECT, type FakeSlack, type View } from '../support/fake-slack/index.js';
import { appHomeOpened } from '../support/fake-slack/interactions.js';
import { eventCallback } from '../support/fake-slack/payloads.js';
import { controlsOf, eventually, given, wordsOf } from './eventually.js';
import { replies } from './surfaces.js';

/** The Home tab, the prompts of the agent view, and the first word to a new person. */
export function testHome(slack: () => FakeSlack, mode: string): void {
  const visit = async (user: string): Promise<View> => {
    await slack().openApp('home', user);
    return eventually(() => given(slack().views.home(user), 'the Home tab'));
  };
  const modalAfter = async (act: () => Promise<unknown>, words: string): Promise<View> => {
    const before = slack().views.modal;
    await act();
    return eventually(() => {
      const modal = given(slack().views.modal, 'a modal');
      expect(modal).not.toBe(before);
      expect(wordsOf(modal.content)).toContain(words);
      return modal;
    });
  };

  describe('the Home tab', () => {
    test('says what there is, how to ask, and what is kept', async () => {
      const home = wordsOf((await visit('U0HOME001')).content);
      for (const words of [
        '/srm',
        'Who is responsible?',
        'Look up',
        'not stored',
        '3 services, 2 controls',
        'Sources were read between 2026-11-23',
        'Operating system',
      ])
        expect(home).toContain(words);
    });

    test('answers a question, in a modal', async () => {
      const home = await visit('U0HOME001');
      await modalAfter(() => slack().act(home, 'home_ask', { typed: 'who patches the os on rds?' }, 'U0HOME001'), 'Guest OS patching on Amazon RDS');
    });

    test('answers its examples', async () => {
      const home = await visit('U0HOME001');
      await modalAfter(() => slack().act(home, 'home_example_0', {}, 'U0HOME001'), 'Amazon S3');
    });

    test('is browsed by category and by control', async () => {
      const home = await visit('U0HOME001');
      const storage = await modalAfter(() => slack().act(home, 'home_category', { option: 'Storage' }, 'U0HOME001'), 'Amazon S3');
      await slack().act(storage, 'home_service', { option: 'service:s3' }, 'U0HOME001');
      await eventually(() => expect(wordsOf(storage.content)).toContain('Object storage'));
      await modalAfter(() => slack().act(home, 'home_control', { option: 'control:guest-os-patching' }, 'U0HOME001'), 'Guest OS patching');
    });

    test('opens the search field', async () => {
      const home = await visit('U0HOME001');
      const modal = await modalAfter(() => slack().act(home, 'home_look_up', {}, 'U0HOME001'), 'Type a name');
      expect((await slack().suggest(modal, 'lookup', 'rds'))[0]).toMatchObject({ options: [{ text: 'Amazon RDS' }] });
    });

    test('is the same for a person of another workspace', async () => {
      const envelope = eventCallback(appHomeOpened('home', 'U0HOME003', 'D0HOME003', undefined));
      await slack().deliver({ ...envelope, team_id: 'T0OTHER01' });
      const home = await eventually(() => given(slack().views.home('U0HOME003'), 'the Home tab'));
      expect(home.content).toEqual((await visit('U0HOME004')).content);
    });

    test('welcomes a new person once', async () => {
      const user = 'U0HOME002';
      const before = slack().calls.length;
      expect(wordsOf((await visit(user)).content)).toContain('Welcome');
      await slack().openApp('home', user);
      await eventually(() =>
        expect(
          slack()
            .calls.slice(before)
            .filter(({ method }) => method === 'views.publish'),
        ).toHaveLength(2),
      );
      expect(wordsOf(slack().views.home(user)?.content)).not.toContain('Welcome');
    });
  });

  describe('the messages tab', () => {
    test('suggests questions to begin with', async () => {
      slack().prompts.clear();
      await slack().openApp('messages');
      const { title, prompts } = await eventually(() => given(slack().prompts.get(DIRECT), 'prompts'));
      expect(title).not.toBe('');
      expect(prompts).toHaveLength(4);
    });

    test('works on a plan without agents', async () => {
      slack().hasAgents = false;
      await slack().openApp('messages');
      await eventually(() => expect(slack().calls.at(-1)?.method).toBe('assistant.threads.setSuggestedPrompts'));
      slack().hasAgents = true;
      await replies(slack(), await slack().direct('s3'));
    });
  });

  test('the first direct message is welcomed, the second is not', async () => {
    const place = { user: `U0NEW${mode}`, channel: `D0NEW${mode}` };
    const first = await slack().direct('s3', place);
    expect(wordsOf(await replies(slack(), first))).toContain('Welcome');
    const second = await slack().direct('s3', place);
    const answered = await replies(slack(), second);
    expect(wordsOf(answered)).not.toContain('Welcome');
    expect(controlsOf(given(answered[0])).at(-1)).toEqual(['feedback']);
  });
}
