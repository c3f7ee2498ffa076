import type { App } from '@slack/bolt';
import type { Desk } from '../desk.js';
import { answerCommands } from './command.js';
import { answerDirectMessages } from './direct-message.js';
import { answerFeedback } from './feedback.js';
import { answerHome } from './home.js';
import { acknowledgeLinks } from './link.js';
import { answerLookups } from './lookup.js';
import { answerMentions } from './mention.js';
import { answerMessageShortcuts } from './message-shortcut.js';
import { answerSharing } from './share.js';
import { answerSteps } from './steps.js';
import { answerTypeahead } from './typeahead.js';
import { answerWorkflowSteps } from './workflow-step.js';

interface WayIn {
  listen: (app: App, desk: Desk) => void;
  /** How people ask this way, in mrkdwn, for help and for the Home tab. */
  teaches?: string;
}

/** Every way in. manifest.yml declares the same ones; a test compares them. */
const WAYS_IN: readonly WayIn[] = [
  {
    listen: answerCommands,
    teaches: '`/srm s3` answers for you alone, `/srm share s3` for the channel. Slack has no slash commands in threads: there, use one of the next two',
  },
  {
    listen: answerMentions,
    teaches: 'Mention me with a question, in a channel or thread that I am in. In the thread I remember what we talk about: mention me with "and RDS?"',
  },
  { listen: answerMessageShortcuts, teaches: '*Who is responsible?* in the menu of any message finds what it is about, in threads too' },
  { listen: answerDirectMessages, teaches: 'Write to me directly, and just go on: "and RDS?"' },
  { listen: answerLookups, teaches: '*Look up responsibility* in the shortcuts menu completes names as you type' },
  { listen: answerWorkflowSteps, teaches: '*Look up responsibility* is a step for Workflow Builder, too' },
  { listen: answerHome },
  { listen: answerTypeahead },
  { listen: answerSteps },
  { listen: answerSharing },
  { listen: answerFeedback },
  { listen: acknowledgeLinks },
];

/** One sentence for each way to ask. */
export const WAYS: readonly string[] = WAYS_IN.flatMap(({ teaches }) => teaches ?? []);

/** Registers every way in. */
export function register(app: App, desk: Desk): void {
  for (const { listen } of WAYS_IN) listen(app, desk);
}
