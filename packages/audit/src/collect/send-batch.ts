import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { hearSocket } from './heard-socket.ts';

/** Whoever keeps our lines somewhere else. */
export interface CollectorAddress {
  readonly host: string;
  /** 6514 (RFC 5425 4.1). */
  readonly port: number;
  /** PEM of the authority its certificate is from; one of the machine's own where none is given. */
  readonly ca?: string;
  /** PEM with which we say who we are. */
  readonly client?: { readonly key: string; readonly cert: string };
  readonly timeoutMs?: number;
}

/** Why it did not take a batch. */
export type CollectorTrouble =
  | 'collector-cut-off'
  | 'collector-timeout'
  | 'collector-unreachable'
  | 'collector-untrusted';

const TIMEOUT_MS = 20_000;

/**
 * One connection a batch. Syslog has no answers; what there is, is its end: the collector closes in good order after it
 * has read to our close_notify (RFC 5425 4.4), and only then may a line be taken for delivered. Undefined when it was.
 */
export function sendBatch(address: CollectorAddress, bytes: Buffer): Promise<CollectorTrouble | undefined> {
  const { host, port, ca, client, timeoutMs = TIMEOUT_MS } = address;
  return new Promise((resolve) => {
    let isSecure = false;
    let isSent = false;
    const { stream, socket: raw, endedWithAlert } = hearSocket(host, port);
    const socket = connect({
      ...{ socket: stream, host, minVersion: 'TLSv1.2', allowHalfOpen: true },
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(ca === undefined ? {} : { ca }),
      ...(client ?? {}),
    });
    const end = (trouble: CollectorTrouble | undefined): void => {
      clearTimeout(late);
      socket.destroy();
      raw.destroy();
      resolve(trouble);
    };
    const late = setTimeout(() => end('collector-timeout'), timeoutMs);
    raw.on('error', (error) => end(troubleOf(error, isSecure)));
    socket.on('error', (error) => end(troubleOf(error, isSecure)));
    socket.on('close', () => end('collector-cut-off'));
    socket.on('secureConnect', () => {
      isSecure = true;
      socket.end(bytes, () => {
        isSent = true;
      });
    });
    socket.on('end', () => end(isSent && endedWithAlert() ? undefined : 'collector-cut-off'));
    // Whatever it says is not for us, but its end is only seen by whoever reads.
    socket.resume();
  });
}

function troubleOf(error: Error, isSecure: boolean): CollectorTrouble {
  if (isSecure) return 'collector-cut-off';
  const { code = '' } = error as NodeJS.ErrnoException;
  return /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EADDR)/.test(code)
    ? 'collector-unreachable'
    : 'collector-untrusted';
}
