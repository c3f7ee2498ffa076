import { setTimeout as sleep } from 'node:timers/promises';
import type { App, webApi } from '@slack/bolt';
import type { Logger } from '../log.js';
import { untilReached } from './reach.js';
import { SocketConnection } from './socket-connection.js';
import type { Transport } from './transport.js';

interface SocketOptions {
  appToken: string;
  clientOptions: () => webApi.WebClientOptions;
  log: Logger;
  onConnection: (isConnected: boolean) => void;
  /** Called if the connection is lost for good: Slack refuses the token when the bot reconnects. */
  onLost: (error: unknown) => void;
}

/** Slack closes a connection some time after it announced that. If it does not, the bot does. */
const RETIREMENT = 30_000;
/** A connection that lasted less is not replaced at once. */
const SHORT = 5_000;

/**
 * Takes events over WebSockets that the bot opens (Socket Mode).
 * Two at a time: Slack replaces each every few hours, at times without a warning, and delivers to the other one meanwhile. It allows ten for an app.
 */
export function socketTransport({ appToken, clientOptions, log, onConnection, onLost }: SocketOptions): Transport {
  const open = new Set<SocketConnection>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let app: App | undefined;

  /** Opens a connection, however long that takes; gives none if the bot is stopped meanwhile. */
  const connect = async (): Promise<SocketConnection | undefined> => {
    let connected: SocketConnection | undefined;
    const attempt = async () => {
      if (!app) throw new Error('init() comes first');
      const connection = new SocketConnection(app, { appToken, clientOptions: clientOptions(), log });
      await connection.open();
      connected = connection;
    };
    await untilReached('SLACK_APP_TOKEN', attempt, log, signal);
    if (connected && signal.aborted) await connected.close();
    return signal.aborted ? undefined : connected;
  };

  const add = (connection: SocketConnection): void => {
    open.add(connection);
    if (open.size > 1) log.debug({ connections: open.size }, 'connected once more');
    else {
      onConnection(true);
      log.info({ mode: 'socket' }, 'ready');
    }
    void connection.closed.then(() => {
      open.delete(connection);
      if (open.size > 0 || signal.aborted) return;
      onConnection(false);
      log.warn('the connection to Slack is lost, connecting again');
    });
  };

  /** Keeps one place filled until the bot stops: with a connection, and with the next one as soon as its end is announced. */
  const keep = async (onOpen?: () => void): Promise<void> => {
    for (let connection = await connect(); connection; connection = await connect()) {
      const openedAt = performance.now();
      add(connection);
      onOpen?.();
      await connection.ending;
      retire(connection);
      if (performance.now() - openedAt < SHORT) await sleep(1000, undefined, { signal }).catch(() => undefined);
    }
  };

  const retire = (connection: SocketConnection): void => {
    const timer = setTimeout(() => void connection.close(), RETIREMENT);
    void connection.closed.then(() => clearTimeout(timer));
  };

  return {
    receiver: {
      init: (bolt) => {
        app = bolt;
      },
      start: async () => undefined,
      stop: async () => undefined,
    },
    start: async () => {
      let isUp = false;
      await new Promise<void>((resolve, reject) => {
        const up = () => {
          isUp = true;
          resolve();
        };
        keep(up).then(resolve, (error: unknown) => (isUp ? onLost(error) : reject(error)));
      });
      keep().catch(onLost);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([...open].map((connection) => connection.close()));
    },
  };
}
