import type { Server } from 'node:http';
import type { LineDoor, LineExchange } from '@minglu/node';
import { LineSender } from './line-sender.ts';
import { listenForLines } from './line-server.ts';

export interface HttpLineExchangeOptions {
  /** `host:port` where the others bring their lines. */
  readonly own: string;
  /** Of every other member. */
  readonly others: readonly string[];
}

/** Lines over HTTP, between the members' processes. */
export class HttpLineExchange implements LineExchange {
  readonly #options: HttpLineExchangeOptions;
  #server: Server | undefined;
  #senders: readonly LineSender[] = [];
  #isClosed = false;

  constructor(options: HttpLineExchangeOptions) {
    this.#options = options;
  }

  async start(door: LineDoor): Promise<void> {
    const { own, others } = this.#options;
    this.#server = await listenForLines(own, door);
    this.#senders = others.map((address) => new LineSender(address, (note) => door.take(note)));
  }

  send(note: string): void {
    if (this.#isClosed) return;
    for (const sender of this.#senders) sender.send(note);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const sender of this.#senders) sender.close();
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}
