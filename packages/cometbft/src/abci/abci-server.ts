import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { EngineError } from '../engine-error.ts';
import type { Application } from './application.ts';
import { Connection } from './connection.ts';

export interface AbciServerOptions {
  /** A unix socket; what a dead process left there is removed, a living one's is not. */
  readonly socketPath: string;
  readonly application: Application;
  /** A block and its envelope must fit. */
  readonly maxFrameBytes?: number;
  readonly onFailure: (error: unknown) => void;
}

const DEFAULT_MAX_FRAME_BYTES = 32 * 1024 * 1024;
/** sockaddr_un of Linux, its closing zero byte included; elsewhere a little less. */
const MAX_PATH_BYTES = 104;

/** Answers the engine's four connections. They do not say which is which; each keeps its own order. */
export class AbciServer {
  readonly #server: Server;
  readonly #sockets: Set<Socket>;

  private constructor(server: Server, sockets: Set<Socket>) {
    this.#server = server;
    this.#sockets = sockets;
  }

  /** Throws `socket-in-use`, `socket-path-too-long`. */
  static async listen(options: AbciServerOptions): Promise<AbciServer> {
    const { socketPath, application, maxFrameBytes = DEFAULT_MAX_FRAME_BYTES, onFailure } = options;
    await clearPath(socketPath);
    const sockets = new Set<Socket>();
    const alone = oneAtATime();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      new Connection({ socket, application, maxFrameBytes, alone, onFailure });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(socketPath, resolve);
    });
    // The link carries no authentication: who may open the file may speak for the engine.
    await chmod(socketPath, 0o600);
    return new AbciServer(server, sockets);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

async function clearPath(socketPath: string): Promise<void> {
  const bytes = Buffer.byteLength(socketPath);
  if (bytes >= MAX_PATH_BYTES) throw new EngineError('socket-path-too-long', { bytes, max: MAX_PATH_BYTES - 1 });
  await mkdir(dirname(socketPath), { recursive: true, mode: 0o700 });
  if (await isAnswered(socketPath)) throw new EngineError('socket-in-use', { file: socketPath });
  await rm(socketPath, { force: true });
}

/** A file alone proves nothing: it survives whoever was killed. */
function isAnswered(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const settle = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** Work that failed does not hold up what comes after it. */
function oneAtATime(): <Value>(work: () => Value | Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}
