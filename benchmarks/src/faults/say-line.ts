import { writeSync } from 'node:fs';

const A_MILLISECOND = 1;
const never = new Int32Array(new SharedArrayBuffer(4));

type Write = (bytes: Uint8Array, from: number) => number;

const toStandardOutput: Write = (bytes, from) => writeSync(1, bytes, from);

/**
 * Says a line on standard output before it returns: what a process said stands, even when it is killed right after.
 * A pipe whose reader gets no processor fills up, takes a part of a line and then refuses; the writer waits for it.
 */
export function sayLine(line: string, write: Write = toStandardOutput): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += write(bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(never, 0, 0, A_MILLISECOND);
    }
  }
}
