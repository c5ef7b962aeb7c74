import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const GRACE_MS = 5_000;

/**
 * Closes a connection on which nothing has moved for the server's timeout, but asks twice. Timers run before anything is
 * read: a process that stood still (a paused machine, a snapshot) finds all of them due at once and would reset every
 * connection, with requests unread and answers unsent. What it took for the clients' silence was its own.
 */
export const closeSilentSockets = (server: Server): void => {
  const moved = new WeakMap<Socket, number>();
  server.on('timeout', (socket) => {
    const bytes = socket.bytesRead + socket.bytesWritten;
    const before = moved.get(socket);
    if (before === bytes) {
      socket.destroy();
      return;
    }
    moved.set(socket, bytes);
    socket.setTimeout(before === undefined ? Math.min(GRACE_MS, server.timeout) : server.timeout);
  });
};
