import type { Answer } from '../ask/answer.js';
import type { Bot } from '../ask/index.js';
import type { Logger } from '../log.js';
import { type Message, toMessage } from '../render/message.js';
import type { Once } from './once.js';
import { signals } from './signals.js';

/** What every listener has at hand. */
export interface Desk {
  bot: Bot;
  once: Once;
  log: Logger;
}

/** An answer on its way to Slack. Sources are links: unfolding each would bury the answer. */
export interface Outgoing extends Message {
  unfurl_links: false;
  unfurl_media: false;
}

/**
 * Answers, sends, and writes one line to the log: what was understood, never what was written.
 * @throws whatever `ask` or `send` throws, after which nothing was logged
 */
export async function answerOn(
  surface: 'command' | 'mention' | 'direct-message' | 'button',
  log: Logger,
  ask: () => Answer,
  send: (message: Outgoing) => Promise<unknown>,
): Promise<void> {
  const started = performance.now();
  const answer = ask();
  await send({ ...toMessage(answer), unfurl_links: false, unfurl_media: false });
  const ms = performance.now() - started;
  signals.emit('answered', { kind: answer.kind, surface, ms, ...(answer.kind === 'unknown' && { reason: answer.reason }) });
  log.info({ kind: answer.kind, surface, ms: Math.round(ms), understood: understood(answer) }, 'answered');
}

/** The ids of what the answer is about. */
function understood(answer: Answer): string[] {
  switch (answer.kind) {
    case 'verdict':
      return answer.verdicts.map(({ service, control }) => (service ? `${service.id}:${control.id}` : control.id));
    case 'service':
      return [answer.service.id];
    case 'control':
      return [answer.control.id];
    case 'comparison':
      return answer.services.map(({ id }) => id);
    case 'concept':
      return [answer.id];
    case 'unknown':
      return [answer.reason];
    case 'suggestions':
    case 'help':
      return [];
    default:
      return answer satisfies never;
  }
}
