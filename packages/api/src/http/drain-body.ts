import type { IncomingMessage } from 'node:http';

const DRAIN_LIMIT_BYTES = 8 * 1024 * 1024;

/**
 * Reads on, and throws away, what is left of a body that has been answered without it. Closing with bytes unread makes
 * the kernel send a reset, which overtakes the answer: the client would hear of a broken connection and never of the
 * code. Whoever sends more than this is not waiting for an answer and is cut off; how long it may take is
 * `requestTimeout`'s business.
 */
export const drainBody = (request: IncomingMessage): void => {
  if (request.complete) return;
  let bytes = 0;
  request.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > DRAIN_LIMIT_BYTES) request.socket.destroy();
  });
};
