#!/usr/bin/env node
/** `srm`: the bot in a terminal. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createBot, type ExplainingBot } from './ask/index.js';
import { KnowledgeError } from './knowledge/finding.js';
import { type Knowledge, loadKnowledge } from './knowledge/load.js';
import { toExplanation } from './render/explanation.js';
import { toMessage } from './render/message.js';
import { toRecord } from './render/record.js';
import { toResolved } from './render/resolved.js';
import { toText } from './render/text.js';
import { KNOWLEDGE } from './shipped-files.js';

const USAGE = `srm: who is responsible for what on AWS

  srm s3                            the breakdown of a service
  srm who patches the OS on RDS     a question, in any words
  srm ask [--json | --blocks]       one question a line from standard input, one answer a line
  srm show ID                       an entry of the knowledge, every row with the rule that decided it
  srm explain TEXT                  what was understood of a question, and why

  --json     the answer as one line of JSON
  --blocks   the answer as the Slack message it would be`;

function show(knowledge: Knowledge, bot: ExplainingBot, command: string | undefined, words: string[]): string | undefined {
  if (command === 'show') return toResolved(knowledge, words.join('-').toLowerCase());
  if (command === 'explain') return toExplanation(bot.explain(words.join(' ')));
  return undefined;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, blocks: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return void process.stdout.write(`${USAGE}\n`);
  const knowledge = await loadKnowledge(process.env.SRM_KNOWLEDGE_DIR ?? KNOWLEDGE);
  const bot = createBot(knowledge);
  const answer = (question: string) => {
    const given = bot.ask(question);
    process.stdout.write(`${values.json ? JSON.stringify(toRecord(given)) : values.blocks ? JSON.stringify(toMessage(given)) : toText(given)}\n`);
  };
  const [command, ...rest] = positionals;
  const shown = show(knowledge, bot, command, rest);
  if (shown !== undefined) process.stdout.write(`${shown}\n`);
  else if (positionals.length > 0 && (command !== 'ask' || rest.length > 0)) answer((command === 'ask' ? rest : positionals).join(' '));
  else if (command === undefined && process.stdin.isTTY) process.stdout.write(`${USAGE}\n`);
  else for await (const line of createInterface({ input: process.stdin })) answer(line);
}

try {
  await main();
} catch (error) {
  const known = error instanceof KnowledgeError || (error instanceof TypeError && 'code' in error);
  if (!known) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
