import { App, type Receiver, type webApi } from '@slack/bolt';
import type { Library } from '../ask/catalog.js';
import type { Conduct } from '../config.js';
import { boltLogger, type Logger } from '../log.js';
import { apologise } from './apology.js';
import { createDesk } from './desk.js';
import type { InFlight } from './in-flight.js';
import { register, WAYS } from './listeners/index.js';

interface AppParts {
  receiver: Receiver;
  token: string;
  clientOptions: webApi.WebClientOptions;
  inFlight: InFlight;
  log: Logger;
  conduct: Conduct;
  /** A secret of the installation: the key for names in the log that do not tell who it is. */
  secret?: string;
}

/** Options for Slack's clients. Retries and timeouts are the business of `fetch`. A new object each time: the clients write into theirs. */
export function clientOptions(slackApiUrl: string, fetch: webApi.FetchFunction): webApi.WebClientOptions {
  return { slackApiUrl, fetch, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, allowAbsoluteUrls: false };
}

/** The Bolt app with every listener. Call `init()` before events arrive: it asks Slack who the bot is, and throws if Slack refuses the token. */
export function createApp(library: Library, { receiver, token, clientOptions, inFlight, log, conduct, secret }: AppParts): App {
  const logger = boltLogger(log);
  const app = new App({
    receiver,
    token,
    clientOptions,
    logger,
    // Bolt would set the logger to "info" otherwise.
    logLevel: logger.getLevel(),
    // Without this Bolt asks Slack in the constructor, where nobody can catch a refusal.
    deferInitialization: true,
    convoStore: false,
  });
  app.use(apologise(inFlight));
  // Errors go on to the receiver, which logs them once.
  app.error(async (error) => {
    throw error;
  });
  register(app, createDesk({ library, conduct, log, secret, ways: WAYS }));
  return app;
}
