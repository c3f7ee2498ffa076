import type { App, ReceiverEvent, webApi } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import { boltLogger, type Logger } from '../log.js';

interface ConnectionOptions {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  log: Logger;
}

/** What Slack's client gives for each payload. */
interface Delivery {
  ack: ReceiverEvent['ack'];
  body: ReceiverEvent['body'];
  retry_num: number | undefined;
  retry_reason: string | undefined;
}

/** Opening a connection, from the first request to Slack's greeting. */
const OPEN_TIMEOUT = 15_000;

const Disconnect = z.object({ type: z.literal('disconnect'), reason: z.string().optional() });

/** One WebSocket to Slack, from its opening to its end: it is never opened again. */
export class SocketConnection {
  /** Resolves when Slack announces the end of the connection, or when it ends without that. Until it is closed Slack may still deliver. */
  readonly ending: Promise<void>;
  /** Resolves when a connection that was open is closed. */
  readonly closed: Promise<void>;
  readonly #client: SocketModeClient;
  readonly #log: Logger;

  constructor(app: App, { appToken, clientOptions, log }: ConnectionOptions) {
    this.#log = log;
    const logger = boltLogger(log);
    this.#client = new SocketModeClient({
      appToken,
      logger,
      logLevel: logger.getLevel(),
      // The client's own reconnection waits five seconds at every refresh, and an outage while it reconnects would end the process.
      autoReconnectEnabled: false,
      clientOptions,
    });
    // Bolt's receiver would write each answer out twice more, for a log of details that nobody reads.
    this.#client.on('slack_event', async ({ ack, body, retry_num, retry_reason }: Delivery) => {
      try {
        await app.processEvent({
          body,
          ack,
          ...(retry_num !== undefined && { retryNum: retry_num }),
          ...(retry_reason !== undefined && { retryReason: retry_reason }),
        });
      } catch (err) {
        log.error({ err }, 'could not answer');
      }
    });
    this.closed = new Promise((resolve) => this.#client.once('disconnected', () => resolve()));
    const announced = new Promise<void>((resolve) => this.#filterFrames(resolve));
    this.ending = Promise.race([announced, this.closed]);
  }

  /** @throws whatever Slack's client throws; the connection is of no use then */
  async open(): Promise<void> {
    const timer = setTimeout(() => void this.close(), OPEN_TIMEOUT);
    try {
      await this.#client.start();
    } catch (cause) {
      throw cause ?? new Error('the WebSocket was closed before Slack said hello');
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.#client.disconnect();
  }

  /** Slack's client would close at once when Slack announces the end; and a frame without sense would end the process, because nobody waits for its promise. */
  #filterFrames(onAnnounced: () => void): void {
    const client = this.#client;
    const handlers = client.listeners('ws_message');
    client.removeAllListeners('ws_message').on('ws_message', async (...frame: unknown[]) => {
      try {
        if (announcesEnd(frame[0])) onAnnounced();
        else for (const handle of handlers) await handle(...frame);
      } catch (err) {
        this.#log.warn({ err }, 'Slack sent something that is not understood');
      }
    });
  }
}

/** The first tests spare every other frame the parsing. */
function announcesEnd(frame: unknown): boolean {
  return typeof frame === 'string' && frame.length < 1000 && frame.includes('"disconnect"') && Disconnect.safeParse(JSON.parse(frame)).success;
}
