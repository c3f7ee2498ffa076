import { type CustomRoute, HTTPReceiver } from '@slack/bolt';
import { boltLogger, type Logger } from '../log.js';
import type { Transport } from './transport.js';

/** The port cannot be listened on. */
export class PortError extends Error {
  override readonly name = 'PortError';

  constructor(port: number, options: ErrorOptions) {
    super(`PORT ${port} cannot be used: another program listens on it, or it needs more rights. Stop that program, or set PORT to another number.`, options);
  }
}

interface HttpOptions {
  signingSecret: string;
  port: number;
  /** What else is served on the port. */
  customRoutes: CustomRoute[];
  log: Logger;
  onConnection: (isConnected: boolean) => void;
}

/** Takes signed requests from Slack on `POST /slack/events`. */
export function httpTransport({ signingSecret, port, customRoutes, log, onConnection }: HttpOptions): Transport {
  const logger = boltLogger(log);
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    customRoutes,
    logger,
    logLevel: logger.getLevel(),
    processEventErrorHandler: async ({ error, response }) => {
      log.error({ err: error }, 'could not answer');
      if (!response.headersSent) response.writeHead(500).end();
      return true;
    },
  });
  return {
    receiver,
    start: async () => {
      const server = await receiver.start(port).catch((error: unknown) => {
        throw new PortError(port, { cause: error });
      });
      const address = server.address();
      onConnection(true);
      log.info({ mode: 'http', port: address && typeof address === 'object' ? address.port : port }, 'ready');
    },
    stop: () => receiver.stop().catch(() => undefined),
  };
}
