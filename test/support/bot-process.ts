import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import { APP_TOKEN, BOT_TOKEN, HttpRoute, SIGNING_SECRET, SlackServer } from './fake-slack/index.js';
import { KNOWLEDGE_DIR } from './knowledge-dir.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The built bot, running as a process of its own. */
export class BotProcess {
  readonly exited: Promise<Exit>;
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;

  constructor(env: Record<string, string>) {
    // Nothing of the environment of the tests, such as a real token, reaches the bot.
    this.#child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, SRM_KNOWLEDGE_DIR: KNOWLEDGE_DIR, ...env } });
    this.#child.stdout?.on('data', (data) => {
      this.stdout += data;
    });
    this.#child.stderr?.on('data', (data) => {
      this.stderr += data;
    });
    this.exited = new Promise((resolve) => this.#child.on('close', (code, signal) => resolve({ code, signal })));
  }

  /** What it logged, one object a line. */
  get lines(): Record<string, unknown>[] {
    return this.stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  }

  /** Waits for a line with this message. */
  logged(msg: string): Promise<Record<string, unknown>> {
    return vi.waitFor(
      () => {
        const line = this.lines.find((candidate) => candidate.msg === msg);
        expect(line, `${msg} in the log:\n${this.stdout}\n${this.stderr}`).toBeDefined();
        return line ?? {};
      },
      { timeout: 12_000, interval: 10 },
    );
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): void {
    this.#child.kill(signal);
  }

  /** Ends it, however it is. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGKILL');
    await this.exited;
  }
}

export type Mode = 'socket' | 'http';

/** The settings that connect a bot to a fake Slack. Over HTTP it takes a free port. */
export function settings(server: SlackServer, mode: Mode): Record<string, string> {
  const own: Record<string, string> = mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: '0' };
  // Tests ask more than a person would.
  return { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: server.apiUrl, SRM_QUESTIONS_PER_MINUTE: '100000', ...own };
}

/** Starts a fake Slack and the built bot, and waits until they are connected. Both end with the `using` block. */
export async function startBot(mode: Mode, env: Record<string, string> = {}) {
  const server = await SlackServer.start();
  const bot = new BotProcess({ ...settings(server, mode), ...env });
  const { port } = await bot.logged('ready');
  if (mode === 'socket') {
    server.slack.connect(server.socketMode);
    // The bot is ready with its first connection; a test that cuts them means both.
    await vi.waitFor(() => expect(server.socketMode.connections).toBe(2), { timeout: 12_000, interval: 10 });
  } else server.slack.connect(new HttpRoute(`http://127.0.0.1:${port}/slack/events`));
  return {
    server,
    slack: server.slack,
    bot,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await server.goDown();
    },
  };
}
