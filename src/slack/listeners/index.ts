import type { App } from '@slack/bolt';
import type { Desk } from '../answering.js';
import { answerButtons } from './button.js';
import { answerCommands } from './command.js';
import { answerDirectMessages } from './direct-message.js';
import { answerMentions } from './mention.js';

/** Registers every way in. manifest.yml declares the same ones; a test compares them. */
export function register(app: App, desk: Desk): void {
  answerCommands(app, desk);
  answerMentions(app, desk);
  answerDirectMessages(app, desk);
  answerButtons(app, desk);
}
