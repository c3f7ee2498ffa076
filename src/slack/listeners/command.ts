import type { App } from '@slack/bolt';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { isSubstantial } from '../present.js';
import { answerText } from '../question.js';

/** As manifest.yml declares it. */
export const COMMAND = '/srm';

/** Words before the question that ask for an answer in the open: `/srm --public s3`, `/srm share s3`. */
const OPENLY = /^\s*(?:--public|share)(?:\s+|$)/i;

/** `/srm TEXT`: answers privately, or for the channel. The answer rides in the acknowledgement, which cannot come late or get lost on its own. */
export function answerCommands(app: App, desk: Desk): void {
  // Ahead of the listeners: Bolt runs the filters of all thirty of them for each payload, and most payloads are commands.
  app.use(async (args) => {
    if (!('command' in args) || args.command.command !== COMMAND) return args.next();
    const { ack, command } = args;
    // Slack sends an empty text, other senders may leave it out.
    const text = command.text ?? '';
    const isOpen = OPENLY.test(text);
    const asked = text.replace(OPENLY, '');
    const answer = await answerOn(
      desk,
      {
        surface: 'command',
        user: command.user_id,
        ask: () => answerText(desk.library.bot, asked),
        // A question back, or a miss, is nothing for the channel.
        frame: (found) =>
          isOpen && isSubstantial(found) ? { audience: 'public', sharedBy: command.user_name } : { audience: 'private', request: { ask: asked } },
      },
      (message, found) => ack({ response_type: isOpen && found && isSubstantial(found) ? 'in_channel' : 'ephemeral', ...message }),
    );
    // Slack tells the person of a failure unless the command is acknowledged.
    if (!answer) await ack();
  });
}
