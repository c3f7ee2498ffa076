import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Delivery, Json, Retry, Route } from './route.js';
import { APP_ID } from './workspace.js';

const Acknowledgement = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

/** Slack's side of Socket Mode: greets connections, sends each payload in an envelope to one of them, and waits for its acknowledgement. */
export class SocketMode implements Route {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #waiting = new Map<string, { connection: WebSocket; settle: (delivery: Delivery) => void }>();
  readonly #retired = new WeakSet<WebSocket>();
  /** How long Slack waits for an acknowledgement. A test that is about something else, on a machine that is busy, may wait longer. */
  patience = 3000;
  /** False keeps connections without the greeting. */
  greets = true;

  get connections(): number {
    return this.#server.clients.size;
  }

  /** Takes over an HTTP connection that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => {
      connection.on('message', (data) => this.#acknowledge(String(data)));
      const debug_info = { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 };
      if (this.greets) connection.send(JSON.stringify({ type: 'hello', num_connections: this.connections, debug_info, connection_info: { app_id: APP_ID } }));
    });
  }

  event(envelope: Json, retry?: Retry): Promise<Delivery> {
    return this.#send('events_api', envelope, false, { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' });
  }

  command(form: Record<string, string>): Promise<Delivery> {
    return this.#send('slash_commands', form, true);
  }

  interaction(payload: Json): Promise<Delivery> {
    return this.#send('interactive', payload, true);
  }

  /** Sends a frame as it is. */
  sendRaw(frame: string): void {
    this.#connection().send(frame);
  }

  /** Announces the end of one connection, as Slack does every few hours, delivers nothing more to it, and closes it when what it had sent is acknowledged. */
  refresh(reason: 'warning' | 'refresh_requested' = 'refresh_requested', closeAfter = 50): void {
    const connection = this.#connection();
    this.#retired.add(connection);
    connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
    const close = () => {
      if ([...this.#waiting.values()].some((waiting) => waiting.connection === connection)) setTimeout(close, 1);
      else connection.close();
    };
    setTimeout(close, closeAfter);
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const connection of this.#server.clients) connection.terminate();
  }

  #send(type: string, payload: Json, accepts_response_payload: boolean, more: Json = {}): Promise<Delivery> {
    const envelope_id = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(envelope_id, { acknowledged: false }), this.patience);
      const connection = this.#connection();
      const settle = (delivery: Delivery) => {
        clearTimeout(timer);
        resolve(delivery);
      };
      this.#waiting.set(envelope_id, { connection, settle });
      connection.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload, ...more }));
    });
  }

  #acknowledge(data: string): void {
    const { envelope_id, payload } = Acknowledgement.parse(JSON.parse(data));
    const isEmpty = typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0;
    this.#settle(envelope_id, { acknowledged: true, ...(!isEmpty && { payload }) });
  }

  #settle(id: string, delivery: Delivery): void {
    this.#waiting.get(id)?.settle(delivery);
    this.#waiting.delete(id);
  }

  /** Slack delivers to any of an app's connections. */
  #connection(): WebSocket {
    const open = [...this.#server.clients].filter((client) => client.readyState === client.OPEN && !this.#retired.has(client));
    const connection = open[Math.floor(Math.random() * open.length)];
    if (!connection) throw new Error('the app is not connected');
    return connection;
  }
}
