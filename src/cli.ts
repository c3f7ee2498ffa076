#!/usr/bin/env node
/** `srm`: the bot in a terminal. */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createBot } from './ask/index.js';
import { KnowledgeError } from './knowledge/finding.js';
import { loadKnowledge } from './knowledge/load.js';
import { toMessage } from './render/message.js';
import { toRecord } from './render/record.js';
import { toText } from './render/text.js';

const KNOWLEDGE = fileURLToPath(new URL('../knowledge', import.meta.url));

async function main(args: string[]): Promise<void> {
  if (args[0] === 'ask') args.shift();
  const flags = new Set(args.filter((arg) => arg.startsWith('--')));
  const words = args.filter((arg) => !arg.startsWith('--'));
  const bot = createBot(loadKnowledge(process.env.SRM_KNOWLEDGE_DIR ?? KNOWLEDGE));
  const write = (question: string) => {
    const answer = bot.ask(question);
    process.stdout.write(
      `${flags.has('--json') ? JSON.stringify(toRecord(answer)) : flags.has('--blocks') ? JSON.stringify(toMessage(answer)) : toText(answer)}\n`,
    );
  };
  if (words.length > 0) write(words.join(' '));
  else for await (const line of createInterface({ input: process.stdin })) write(line);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
