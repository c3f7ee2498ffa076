/** A message as everyone, or one person, sees it. */
export interface SlackMessage {
  channel: string;
  ts: string;
  /** Who wrote it; the bot's user id for the bot. */
  user: string;
  text: string;
  blocks: unknown[];
  thread_ts?: string;
  /** Set on an ephemeral message: the only person who sees it. */
  visibleTo?: string;
  /** How it came: by a person, by a Web API method, in an acknowledgement, or by a response address. */
  via: string;
}

/** What can be read in the channels, direct messages and threads of a workspace. A channel whose id begins with D is a direct message with the bot. */
export class Conversations {
  readonly messages: SlackMessage[] = [];
  /** Channels that the bot is not a member of: it cannot post there. */
  readonly outside = new Set<string>();
  #posted = 0;

  post(message: Omit<SlackMessage, 'ts'>): SlackMessage {
    this.#posted += 1;
    // As in Slack, the timestamp is the id of a message in its channel.
    const posted = { ...message, ts: `${Math.floor(Date.now() / 1000)}.${String(this.#posted).padStart(6, '0')}` };
    this.messages.push(posted);
    return posted;
  }

  find(channel: string, ts: string): SlackMessage | undefined {
    return this.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  /** The replies to a message, oldest first. */
  replies({ channel, ts }: Pick<SlackMessage, 'channel' | 'ts'>): SlackMessage[] {
    return this.messages.filter((message) => message.channel === channel && message.thread_ts === ts);
  }

  /** What only this person sees, oldest first. */
  private(user: string): SlackMessage[] {
    return this.messages.filter((message) => message.visibleTo === user);
  }

  remove(message: SlackMessage): void {
    const index = this.messages.indexOf(message);
    if (index >= 0) this.messages.splice(index, 1);
  }
}
