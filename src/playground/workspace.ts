import { APP_TOKEN, BOT_TOKEN, SlackServer } from '../../test/support/fake-slack/index.js';
import type { Library } from '../ask/catalog.js';
import { createLog } from '../log.js';
import { clientOptions, createApp } from '../slack/app.js';
import { patientFetch, promptFetch } from '../slack/fetch.js';
import { InFlight } from '../slack/in-flight.js';
import { socketTransport } from '../slack/socket.js';

/** The real bot, in Socket Mode, on a local server that behaves like Slack: the one that the tests use. */
export async function startWorkspace(library: Library): Promise<SlackServer> {
  const server = await SlackServer.start();
  const log = createLog('warn');
  const inFlight = new InFlight();
  const transport = socketTransport({
    appToken: APP_TOKEN,
    clientOptions: () => clientOptions(server.apiUrl, promptFetch(fetch)),
    log,
    onConnection: () => undefined,
    onLost: (error) => {
      throw error;
    },
  });
  const app = createApp(library, {
    receiver: transport.receiver,
    token: BOT_TOKEN,
    clientOptions: clientOptions(server.apiUrl, patientFetch(fetch, log)),
    inFlight,
    log,
    conduct: { logUnknownText: false, perMinute: 1000, supportContact: 'This is the playground: nobody else is here.' },
  });
  server.slack.connect(server.socketMode);
  await app.init();
  await transport.start();
  return server;
}
