/** The process: reads the environment, starts the bot, and ends it in good order. */
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { webApi } from '@slack/bolt';
import { type Config, ConfigError, readConfig } from './config.js';
import { KnowledgeError } from './knowledge/finding.js';
import { loadKnowledge } from './knowledge/load.js';
import { createLog, type Logger } from './log.js';
import { Operations } from './operations.js';
import { clientOptions, createApp } from './slack/app.js';
import { patientFetch, promptFetch } from './slack/fetch.js';
import { httpTransport, PortError } from './slack/http.js';
import { InFlight } from './slack/in-flight.js';
import { measuredFetch } from './slack/measured-fetch.js';
import { TokenRefusedError, untilReached } from './slack/reach.js';
import { socketTransport } from './slack/socket.js';
import type { Transport } from './slack/transport.js';

try {
  await run(readConfig(process.env));
} catch (error) {
  fail(error);
}

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (err: unknown) => {
      log.fatal({ err }, 'unexpected error');
      process.exit(1);
    });
  }
  const operations = new Operations(await loadKnowledge(config.knowledgeDir), config, log);
  await operations.start();
  const inFlight = new InFlight();
  const measured = measuredFetch(fetch, operations.metrics);
  const transport = transportFor(config, measured, operations, log);
  const app = createApp(operations.library, {
    receiver: transport.receiver,
    token: config.botToken,
    clientOptions: clientOptions(config.apiUrl, patientFetch(measured, log)),
    inFlight,
    log,
    conduct: config.conduct,
    secret: config.connection.mode === 'http' ? config.connection.signingSecret : config.connection.appToken,
  });
  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      ending.abort();
      operations.stopping();
      void end(transport, inFlight, log);
    });
  }
  await untilReached('SLACK_BOT_TOKEN', () => app.init(), log, ending.signal);
  if (!ending.signal.aborted) await transport.start();
  // V8 would let garbage fill several times the memory that is in use before it collects it. A third more costs no speed that can be measured.
  setFlagsFromString('--heap-growing-percent=30');
}

function transportFor({ connection, apiUrl }: Config, fetch: webApi.FetchFunction, { connected, healthRoutes }: Operations, log: Logger): Transport {
  if (connection.mode === 'http') return httpTransport({ ...connection, customRoutes: healthRoutes, log, onConnection: connected });
  const { appToken } = connection;
  return socketTransport({ appToken, clientOptions: () => clientOptions(apiUrl, promptFetch(fetch)), log, onConnection: connected, onLost: fail });
}

/** Finishes what was accepted and exits, within ten seconds in all: container platforms do not wait longer. */
async function end(transport: Transport, inFlight: InFlight, log: Logger): Promise<void> {
  log.info({ inFlight: inFlight.count }, 'stopping');
  // What arrives in this moment is still answered: an acknowledgement needs the connection.
  await inFlight.settle(1000);
  await Promise.race([transport.stop(), sleep(1000)]);
  if (!(await inFlight.settle(6000))) log.warn({ inFlight: inFlight.count }, 'stopped with unfinished work');
  process.exit(0);
}

/** Says what is wrong, without a stack where the operator can put it right. 2: the settings or the knowledge; 1: anything else. */
function fail(error: unknown): never {
  const isExplained = [ConfigError, KnowledgeError, TokenRefusedError, PortError].some((type) => error instanceof type);
  console.error(isExplained && error instanceof Error ? error.message : error);
  process.exit(error instanceof ConfigError || error instanceof KnowledgeError ? 2 : 1);
}
