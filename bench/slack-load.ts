import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { SIGNING_SECRET } from '../test/support/fake-slack/index.js';
import { slashCommand } from '../test/support/fake-slack/payloads.js';
import type { Mode, Running } from './slack-process.js';

/** What people ask, in the proportions of a working day: mostly names and plain questions, some with slips, some that lead nowhere. */
const QUESTIONS = [
  's3',
  'rds',
  'who patches the os on rds?',
  'lambda',
  'encryption at rest',
  'compare ec2 rds lambda',
  'who is responsible for backups of dynamodb',
  'eks',
  'is aws responsible for physical security',
  'securty groups',
  'what are inherited controls?',
  'ec2 firewall',
  'who patches fargate',
  'dynamo db encryption in transit',
  'kms key rotation',
  'how much does s3 cost',
  'help',
  'cloudfront tls certificates',
  'zzzz qqqq',
  'aurora engine patching',
];

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Closes idle connections: the app may be about to do so, and a question would be lost with it. */
export const forgetConnections = (): void => agent.destroy();

/** One question, as Slack sends it; resolves when the answer is there. */
export type Ask = (index: number) => Promise<void>;

/** The way to ask a running app. */
export function asker(mode: Mode, { server, port }: Running): Ask {
  const form = (index: number) =>
    slashCommand({
      command: '/srm',
      text: QUESTIONS[index % QUESTIONS.length] ?? '',
      user: `U${index % 1000}`,
      channel: 'C0GENERAL',
      responseUrl: `${server.slack.baseUrl}commands/unused`,
      triggerId: '1.1',
    });
  if (mode === 'http') return (index) => post(port, String(new URLSearchParams(form(index))));
  return async (index) => {
    const delivery = await server.socketMode.command(form(index));
    if (!delivery.payload) throw new Error(`question ${index} was not answered`);
  };
}

function post(port: number, body: string): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    };
    const sent = request({ host: '127.0.0.1', port, path: '/slack/events', method: 'POST', agent, headers }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on('end', () =>
        response.statusCode === 200 && size > 0 ? resolve() : reject(new Error(`answered with ${response.statusCode}, ${size} bytes`)),
      );
    });
    sent.on('error', reject).end(body);
  });
}

/** As many as possible, `width` at a time. Gives questions a second. */
export async function throughput(ask: Ask, count: number, width = 32): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await ask(next++);
    }),
  );
  return (count * 1000) / (performance.now() - began);
}

/** One every `1000 / rate` milliseconds, whether or not the ones before are answered. Gives the 50th and 99th percentile of their times. */
export async function latency(ask: Ask, count: number, rate = 100): Promise<{ p50: number; p99: number }> {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const began = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = began + (index * 1000) / rate;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const start = performance.now();
    asked.push(ask(index).then(() => void times.push(performance.now() - start)));
  }
  await Promise.all(asked);
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length * 0.5)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}
