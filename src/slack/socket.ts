import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver, type webApi } from '@slack/bolt';
import { boltLogger, type Logger } from '../log.js';
import { untilReached } from './reach.js';
import type { Transport } from './transport.js';

interface SocketOptions {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  log: Logger;
  /** Called if the connection is lost for good: Slack refuses the token when the bot reconnects. */
  onLost: (error: unknown) => void;
}

/** Opening the connection, from the first request to Slack's greeting. */
const OPEN_TIMEOUT = 15_000;
/** A connection that lasted less is not replaced at once. */
const SHORT = 5_000;

/**
 * Takes events over a WebSocket that the bot opens (Socket Mode).
 * The client's own reconnection is off: it waits five seconds at every refresh, and an outage while it reconnects would end the process.
 */
export function socketTransport({ appToken, clientOptions, log, onLost }: SocketOptions): Transport {
  const logger = boltLogger(log);
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    logLevel: logger.getLevel(),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'could not answer');
      return false;
    },
  });
  const { client } = receiver;
  // The client handles each frame in a promise that nobody waits for: a frame without sense would end the process.
  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message').on('ws_message', async (...frame: unknown[]) => {
    for (const handle of handlers) {
      try {
        await handle(...frame);
      } catch (err) {
        log.warn({ err }, 'Slack sent something that is not understood');
      }
    }
  });
  const stopping = new AbortController();
  let opening = false;
  let openedAt = Number.NEGATIVE_INFINITY;

  const open = async () => {
    const timer = setTimeout(() => void client.disconnect(), OPEN_TIMEOUT);
    try {
      await client.start();
    } catch (cause) {
      throw cause ?? new Error('the WebSocket was closed before Slack said hello');
    } finally {
      clearTimeout(timer);
    }
  };

  const connect = async () => {
    opening = true;
    try {
      if (performance.now() - openedAt < SHORT) await sleep(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
      await untilReached('SLACK_APP_TOKEN', open, log, stopping.signal);
      openedAt = performance.now();
      log.info({ mode: 'socket' }, 'ready');
    } finally {
      opening = false;
    }
  };

  client.on('disconnected', () => {
    if (!opening && !stopping.signal.aborted) connect().catch(onLost);
  });

  return {
    receiver,
    start: connect,
    stop: async () => {
      stopping.abort();
      await client.disconnect();
    },
  };
}
