import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from './log.js';
import type { MetricsPage } from './metrics.js';

/** What `/readyz` shows. */
export interface Report {
  slack: 'connecting' | 'connected' | 'stopping';
  knowledge: {
    /** When the knowledge that answers was loaded. */
    loaded: string;
    /** Why newer knowledge was refused; the older goes on answering. */
    refused?: { at: string; mistakes: readonly string[] };
  };
}

/** A path and what it answers, in the form that Bolt's receivers take. */
interface Route {
  path: string;
  method: string[];
  handler(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * `/healthz`: the process is alive; if not, restart it.
 * `/readyz`: the bot can answer; 503 if not, so that nothing is sent to it.
 * Knowledge that was refused does not make the bot unready: what it loaded before still answers.
 */
export function healthRoutes(report: () => Report): Route[] {
  return [
    route('/healthz', () => ({ body: 'ok\n' })),
    route('/readyz', () => {
      const { slack, knowledge } = report();
      const ready = slack === 'connected';
      return { status: ready ? 200 : 503, type: 'application/json', body: `${JSON.stringify({ ready, slack, knowledge })}\n` };
    }),
  ];
}

/** `/metrics`, for Prometheus. Served on the health port only: it is nothing for the public. */
export function metricsRoute(page: MetricsPage): Route {
  return route('/metrics', async () => ({ type: page.type, body: await page.text() }));
}

/** Serves routes on a port of their own. A port that is taken is an error in the log, and no reason to stop answering people. */
export async function serveHealth(port: number, routes: Route[], log: Logger): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const found = routes.find((candidate) => candidate.path === path && candidate.method.includes(request.method ?? ''));
    if (found) found.handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.on('error', (err) => {
      log.error({ err, port }, 'SRM_HEALTH_PORT cannot be used: another program listens on it, or it needs more rights. Going on without it');
      resolve();
    });
    server.listen(port, resolve);
  });
  const address = server.address();
  if (address && typeof address === 'object') log.info({ port: address.port }, 'health and metrics');
  // It must not keep the process alive, nor wait for a scraper's open connection.
  return server.unref();
}

interface Page {
  status?: number;
  type?: string;
  body: string;
}

function route(path: string, page: () => Page | Promise<Page>): Route {
  return {
    path,
    method: ['GET', 'HEAD'],
    async handler(request, response) {
      const { status = 200, type = 'text/plain', body } = await page();
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(request.method === 'HEAD' ? undefined : body);
    },
  };
}
