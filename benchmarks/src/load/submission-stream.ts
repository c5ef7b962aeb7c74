import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Submission } from './submission.ts';

const CHUNK_BYTES = 1 << 20;

/** Submissions of a file one after the other, with a megabyte of it in memory: what is measured is not the load. */
export function* streamSubmissions(path: string): Generator<Submission> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (;;) {
      const length = readSync(file, chunk, 0, CHUNK_BYTES, null);
      const lines = (rest + decoder.write(chunk.subarray(0, length))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Submission;
      if (length === 0) break;
    }
    if (rest.length > 0) yield JSON.parse(rest) as Submission;
  } finally {
    closeSync(file);
  }
}
