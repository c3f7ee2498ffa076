import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackServer } from '../test/support/fake-slack/index.js';

/** How Slack reaches the app. */
export type Mode = 'http' | 'socket';
/** The built bot, or the empty app beside it. */
export type Subject = 'bot' | 'empty';

const FILES = { bot: '../dist/main.js', empty: './slack-empty.mjs' };

/** An app in a process of its own, connected to a local server that behaves like Slack. */
export interface Running {
  server: SlackServer;
  /** Of requests, over HTTP. */
  port: number;
  /** Milliseconds from the start of the process until it said that it is ready. */
  startup: number;
  /** Resident memory, in MB. */
  memory(): number;
  /** Processor time used so far, in milliseconds: it does not depend on what else the machine does. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Starts one, and waits until it is ready. */
export async function start(subject: Subject, mode: Mode): Promise<Running> {
  const server = await SlackServer.start();
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(FILES[subject], import.meta.url))], {
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_API_URL: server.apiUrl,
      // The same person may ask as often as the load wants.
      SRM_QUESTIONS_PER_MINUTE: '100000',
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: '0' }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await ready(child);
  const startup = performance.now() - began;
  return {
    server,
    port,
    startup,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    cpu: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      // In ticks of ten milliseconds, in user and in system mode.
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await ended;
      await server.goDown();
    },
  };
}

function ready(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the app ended with ${code} before it was ready`)));
    if (!child.stdout) return reject(new Error('no output'));
    // Read on after that: a full pipe would stop the app.
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.includes('"msg":"ready"')) return;
      const { port = 0 }: { port?: number } = JSON.parse(line);
      resolve(port);
    });
  });
}
