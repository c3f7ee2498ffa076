import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Logger } from '../log.js';
import { backoff } from './fetch.js';

/** Slack does not accept a token. Trying again would not help. */
export class TokenRefusedError extends Error {
  override readonly name = 'TokenRefusedError';

  constructor(variable: string, reason: string) {
    super(`Slack refuses ${variable} (${reason}). Copy the token from the app's settings again; after a change of scopes, reinstall the app first.`);
  }
}

/** Slack allows fifty attempts a minute; when it is back, people should not wait. */
const LONGEST_PAUSE = 5_000;

const REFUSALS = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
  'team_disabled',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
]);

/**
 * Repeats `attempt` until it succeeds, with growing pauses: Slack may be down while the bot starts or reconnects.
 * Ends early, and quietly, when `signal` is aborted.
 * @throws {TokenRefusedError} if Slack answers that the token in `variable` is not valid
 */
export async function untilReached(variable: string, attempt: () => Promise<unknown>, log: Logger, signal: AbortSignal): Promise<void> {
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      await attempt();
      return;
    } catch (err) {
      if (err instanceof webApi.WebAPIPlatformError && REFUSALS.has(err.data.error)) throw new TokenRefusedError(variable, err.data.error);
      const asked = err instanceof webApi.WebAPIRateLimitedError ? err.retryAfter * 1000 : 0;
      log.warn({ err, tries }, 'Slack cannot be reached, trying again');
      await sleep(Math.max(Math.min(backoff(tries), LONGEST_PAUSE), asked), undefined, { signal }).catch(() => undefined);
    }
  }
}
