import { type AnyMiddlewareArgs, type Middleware, RespondError, webApi } from '@slack/bolt';
import type { InFlight } from './in-flight.js';
import { signals } from './signals.js';

const SORRY = 'Sorry, I could not answer that. Please try again in a moment.';

/** Counts what is being answered. If an answer fails, tells the person in one neutral sentence, and lets the error go on. */
export function apologise(inFlight: InFlight): Middleware<AnyMiddlewareArgs> {
  return (args) =>
    inFlight.track(async () => {
      try {
        await args.next();
      } catch (error) {
        signals.emit('failed', error);
        if (!isOutage(error)) await tell(args);
        throw error;
      }
    });
}

/** Slack cannot be reached, after several tries: it would not hear the apology either. */
function isOutage(error: unknown): boolean {
  const { WebAPIRequestError, WebAPIHTTPError, WebAPIRateLimitedError } = webApi;
  return [WebAPIRequestError, WebAPIHTTPError, WebAPIRateLimitedError, RespondError].some((type) => error instanceof type);
}

/** Never throws: the error that led here matters more. */
async function tell(args: Parameters<Middleware<AnyMiddlewareArgs>>[0]): Promise<void> {
  const attempts: Promise<unknown>[] = [];
  if ('command' in args) attempts.push(args.ack());
  // A workflow would wait for ever.
  if ('fail' in args && typeof args.fail === 'function') attempts.push(args.fail({ error: SORRY }));
  else if ('respond' in args && args.respond) attempts.push(args.respond({ text: SORRY, response_type: 'ephemeral', replace_original: false }));
  else if ('event' in args && 'channel' in args.event && typeof args.event.channel === 'string' && 'ts' in args.event) {
    const { event, client } = args;
    const thread = 'thread_ts' in event && event.thread_ts ? event.thread_ts : event.ts;
    attempts.push(client.chat.postMessage({ channel: event.channel, text: SORRY, thread_ts: String(thread) }));
  }
  await Promise.allSettled(attempts);
}
