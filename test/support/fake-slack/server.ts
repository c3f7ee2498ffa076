import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { FakeSlack } from './slack.js';
import { SocketMode } from './socket-mode.js';

/** `FakeSlack` behind real sockets: the Web API and response addresses over HTTP, Socket Mode over a WebSocket. */
export class SlackServer {
  readonly slack = new FakeSlack();
  readonly socketMode = new SocketMode();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  readonly #sockets = new Set<Socket>();
  #port = 0;

  /** Listens on a free port. */
  static async start(): Promise<SlackServer> {
    const server = new SlackServer();
    await server.comeBack();
    return server;
  }

  private constructor() {
    this.slack.openConnection = () => `ws://127.0.0.1:${this.#port}/link/?ticket=1&app_id=1`;
    this.#server.on('upgrade', (request, socket, head) => this.socketMode.upgrade(request, socket, head));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** For `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.slack.baseUrl}api/`;
  }

  /** Closes every connection and takes no new ones, as in an outage. */
  async goDown(): Promise<void> {
    this.socketMode.drop();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Listens again, on the same port. */
  async comeBack(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    // `listen` on a port gives an address object.
    const address: AddressInfo | string | null = this.#server.address();
    if (address && typeof address === 'object') this.#port = address.port;
    this.slack.baseUrl = `http://127.0.0.1:${this.#port}/`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const reply = this.slack.handle((request.url ?? '/').slice(1), request.headers.authorization, Buffer.concat(chunks).toString());
    if (reply === 'reset') request.socket.destroy();
    else if (reply !== 'hang') response.writeHead(reply.status, reply.headers).end(reply.body);
  }
}
