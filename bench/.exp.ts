import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BOT_TOKEN, SIGNING_SECRET, SlackServer } from '../test/support/fake-slack/index.js';
import { asker, throughput } from './slack-load.js';
const server = await SlackServer.start();
for (const [name, file] of [['empty','bench/slack-empty.mjs'],['big','/work/main/bench/.big.mjs'],['bot','dist/main.js']] as const) {
const child = spawn(process.execPath, [file], { env: { PATH: process.env.PATH, SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: server.apiUrl, SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT:'0', SRM_QUESTIONS_PER_MINUTE: '100000', LOG_LEVEL: process.argv[2] ?? 'info' }, stdio: ['ignore','pipe','inherit'] });
const port = await new Promise<number>((r) => child.stdout.on('data', (d) => { const m=/"port":(\d+)/.exec(String(d)) ?? /"port":(\d+)/.exec(String(d)); if (String(d).includes('"ready"') && m) r(Number(m[1])); }));
const cpu = () => { const f = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return [Number(f[11]) * 10, Number(f[12]) * 10]; };
const ask = asker('http', { server, port } as never);
await throughput(ask, 3000);
const [u0, s0] = cpu(); const t = await throughput(ask, 10000); const [u1, s1] = cpu();
console.log(name, t.toFixed(0), 'user', ((u1! - u0!) / 10000).toFixed(3), 'sys', ((s1! - s0!) / 10000).toFixed(3));
child.kill('SIGKILL');
}
process.exit();
