import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Asset } from './bundle.js';
import type { Outcome, State } from './state.js';

interface Parts {
  assets: Map<string, Asset>;
  state: () => State;
  act: (action: unknown) => Promise<Outcome>;
}

/** Looking often is simpler than being told by every part of the fake Slack, and the state is small. */
const LOOK_EVERY = 60;
const LARGEST = 100_000;

/** Serves the page, its state as a stream of events, and takes what the person does. For this machine only. If the port is taken, another one is used. */
export async function servePage(port: number, { assets, state, act }: Parts): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    if (!isLocal(request)) response.writeHead(403).end('only for this machine');
    else if (request.url === '/api/state') stream(response, state);
    else if (request.url === '/api/act' && request.method === 'POST') void take(request, response, act);
    else send(response, assets.get(request.url?.split('?')[0] ?? '/'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // Nobody should have to look for a free one.
      if (error.code === 'EADDRINUSE') server.once('error', reject).listen(0, '127.0.0.1', resolve);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : port}/` };
}

/** Another site in the same browser must not reach the page, neither by its address nor by a name that points here. */
function isLocal({ headers: { host, origin } }: IncomingMessage): boolean {
  const isHere = (name: string | undefined) => /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(name ?? '');
  return isHere(host) && (origin === undefined || isHere(origin.replace(/^http:\/\//, '')));
}

function send(response: ServerResponse, asset: Asset | undefined): void {
  if (!asset) {
    response.writeHead(404).end();
    return;
  }
  // The styles of the renderer set colours on elements; Block Kit images may come from anywhere.
  const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; font-src 'self' data:; frame-ancestors 'none'";
  response.writeHead(200, { 'content-type': asset.type, 'content-security-policy': policy, 'cache-control': 'no-store' }).end(asset.body);
}

function stream(response: ServerResponse, state: () => State): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let last = '';
  const look = () => {
    const now = JSON.stringify(state());
    if (now === last) return;
    last = now;
    response.write(`data: ${now}\n\n`);
  };
  look();
  const timer = setInterval(look, LOOK_EVERY);
  response.on('close', () => clearInterval(timer));
}

async function take(request: IncomingMessage, response: ServerResponse, act: Parts['act']): Promise<void> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > LARGEST) return void response.writeHead(413).end();
  }
  let outcome: Outcome;
  try {
    outcome = await act(JSON.parse(body));
  } catch (error) {
    outcome = { notice: error instanceof Error ? error.message : String(error) };
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(outcome));
}
