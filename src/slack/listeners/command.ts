import type { App } from '@slack/bolt';
import { answerOn, type Desk } from '../answering.js';

/** As manifest.yml declares it. */
const COMMAND = '/srm';

/** `/srm TEXT`: answers privately. The answer rides in the acknowledgement, which cannot come late or get lost on its own. */
export function answerCommands(app: App, { bot, log }: Desk): void {
  app.command(COMMAND, async ({ ack, command }) => {
    // Slack sends an empty text, other senders may leave it out.
    const text = command.text ?? '';
    await answerOn(
      'command',
      log,
      () => bot.ask(text),
      (message) => ack({ response_type: 'ephemeral', ...message }),
    );
  });
}
