import { type App, SocketModeReceiver, type webApi } from '@slack/bolt';
import { z } from 'zod';
import { boltLogger, type Logger } from '../log.js';

interface ConnectionOptions {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  log: Logger;
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
  readonly #receiver: SocketModeReceiver;
  readonly #log: Logger;

  constructor(app: App, { appToken, clientOptions, log }: ConnectionOptions) {
    this.#log = log;
    const logger = boltLogger(log);
    this.#receiver = new SocketModeReceiver({
      appToken,
      logger,
      logLevel: logger.getLevel(),
      // The client's own reconnection waits five seconds at every refresh, and an outage while it reconnects would end the process.
      autoReconnectEnabled: false,
      installerOptions: { clientOptions },
      processEventErrorHandler: async ({ error }) => {
        log.error({ err: error }, 'could not answer');
        return false;
      },
    });
    this.#receiver.init(app);
    this.closed = new Promise((resolve) => this.#receiver.client.once('disconnected', resolve));
    const announced = new Promise<void>((resolve) => this.#filterFrames(resolve));
    this.ending = Promise.race([announced, this.closed]);
  }

  /** @throws whatever Slack's client throws; the connection is of no use then */
  async open(): Promise<void> {
    const timer = setTimeout(() => void this.close(), OPEN_TIMEOUT);
    try {
      await this.#receiver.client.start();
    } catch (cause) {
      throw cause ?? new Error('the WebSocket was closed before Slack said hello');
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.#receiver.client.disconnect();
  }

  /** Slack's client would close at once when Slack announces the end; and a frame without sense would end the process, because nobody waits for its promise. */
  #filterFrames(onAnnounced: () => void): void {
    const { client } = this.#receiver;
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
