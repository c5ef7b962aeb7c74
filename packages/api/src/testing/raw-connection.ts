import { connect, type Socket } from 'node:net';

/** A TCP connection to an API: what a test writes goes out as it is, what comes back is kept as text. */
export interface RawConnection {
  readonly socket: Socket;
  readonly answer: string;
  readonly error: Error | undefined;
  /** Resolves when the answer so far satisfies `holds`, or the connection is over. */
  until(holds: (answer: string) => boolean): Promise<void>;
}

export const openRaw = async (url: string): Promise<RawConnection> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let answer = '';
  let error: Error | undefined;
  socket.on('error', (thrown) => {
    error = thrown;
  });
  socket.on('data', (chunk) => {
    answer += chunk.toString('utf8');
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return {
    socket,
    get answer() {
      return answer;
    },
    get error() {
      return error;
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (holds(answer) || socket.destroyed) resolve();
        };
        socket.on('data', look).on('close', look);
        look();
      }),
  };
};
