import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';

const ALERT = 0x15;
const APPLICATION_DATA = 0x17;
const VERSION = [0x03, 0x03];
const HEADER = 5;
/** An alert of two bytes under each cipher there is: with its tag, in TLS 1.2 perhaps a nonce, in 1.3 its type. */
const LEAST_RECORD = 23;
const MOST_RECORD = 31;
/** In TLS 1.3 an alert looks like data; nothing else of a collector is as short. */
const RECORD_OF_13 = 24;

export interface HeardSocket {
  /** For TLS to run over. */
  readonly stream: Duplex;
  readonly socket: Socket;
  /** Whether the last record that came was a TLS alert, as close_notify is one. */
  readonly endedWithAlert: () => boolean;
}

/**
 * A connection under TLS that knows how it ended. Node tells a peer that said it is done (close_notify) from one whose
 * process died in neither event nor error: both are the end of the stream. Only the first has read what we sent.
 */
export function hearSocket(host: string, port: number): HeardSocket {
  const socket = connect({ host, port, allowHalfOpen: true });
  let tail = Buffer.alloc(0);
  const stream = new Duplex({
    allowHalfOpen: true,
    read: () => void socket.resume(),
    write: (chunk: Buffer, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy: (_error, done) => {
      socket.destroy();
      done(null);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-MOST_RECORD);
    if (!stream.push(chunk)) socket.pause();
  });
  socket.on('end', () => stream.push(null));
  socket.on('error', (error) => stream.destroy(error));
  socket.on('close', () => stream.destroy());
  return { stream, socket, endedWithAlert: () => isAlert(tail) };
}

function isAlert(tail: Buffer): boolean {
  for (let length = LEAST_RECORD; length <= Math.min(MOST_RECORD, tail.length); length += 1) {
    const [type, ...rest] = tail.subarray(tail.length - length);
    const isOfType = type === ALERT || (type === APPLICATION_DATA && length === RECORD_OF_13);
    const header = [...VERSION, 0, length - HEADER];
    if (isOfType && header.every((byte, at) => rest[at] === byte)) return true;
  }
  return false;
}
