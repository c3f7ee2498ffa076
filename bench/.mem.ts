import { spawn } from 'node:child_process';
import { APP_TOKEN, BOT_TOKEN, SlackServer } from '../test/support/fake-slack/index.js';
import { asker, throughput } from './slack-load.js';
const server = await SlackServer.start();
const child = spawn(process.execPath, ['dist/main.js'], { env: { PATH: process.env.PATH, SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: server.apiUrl, SLACK_APP_TOKEN: APP_TOKEN, SRM_HEALTH_PORT:'0', SRM_QUESTIONS_PER_MINUTE: '100000' }, stdio: ['ignore','pipe','inherit'] });
let port = 0;
await new Promise<void>((r) => child.stdout.on('data', (d) => { const m=/"port":(\d+),"msg":"health/.exec(String(d)); if (m) port = Number(m[1]); if (String(d).includes('"ready"')) r(); }));
const ask = asker('socket', { server, port: 0 } as never);
const show = async () => { const t = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text(); return ['process_resident_memory_bytes','nodejs_heap_size_used_bytes','nodejs_heap_size_total_bytes','nodejs_external_memory_bytes'].map((n) => (Number(new RegExp(`^${n} (\\S+)`, 'm').exec(t)?.[1]) / 1048576).toFixed(0)).join(' '); };
console.log(0, await show());
for (let i = 1; i <= 10; i += 1) { await throughput(ask, 10000); console.log(i * 10000, await show()); }
child.kill('SIGKILL'); process.exit();
