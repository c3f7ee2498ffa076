import type { Receiver } from '@slack/bolt';

/** A way for Slack to reach the bot. */
export interface Transport {
  /** To be given to the app. */
  receiver: Receiver;
  /**
   * Resolves when Slack can reach the bot.
   * @throws {TokenRefusedError | PortError}
   */
  start(): Promise<void>;
  /** Takes nothing new from now on; what was taken goes on. Never throws. */
  stop(): Promise<void>;
}
