import { hash } from 'node:crypto';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SEGMENT_NAME } from '../segment-file.ts';

/** Where a source was read to. The last line is held against the file again: one that was put in its place is noticed. */
export interface LineCursor {
  readonly file: string;
  /** Bytes read, up to and with a newline. */
  readonly bytes: number;
  /** Of the last line, with its newline. */
  readonly lineBytes: number;
  /** base64url of its SHA-256. */
  readonly digest: string;
}

/** Files that only grow by whole lines, one after another. */
export interface LineSource {
  /** Of letters, digits, `-` and `:`, 48 at most. */
  readonly name: string;
  readonly directory: string;
  /** A file's name, or every segment of a stream in the directory. */
  readonly files: string | 'segments';
}

export interface FollowedLines {
  readonly lines: readonly string[];
  /** What to pass next time. */
  readonly cursor: LineCursor | undefined;
  /** What was read before is not there any more: the file is read from its beginning. */
  readonly isChanged: boolean;
}

const CHUNK_BYTES = 262_144;
/** No line of ours comes near: what has no newline for so long is sent in pieces. */
const LONGEST_BYTES = 4_194_304;

/** Whole lines behind the cursor, of one file at a time; none where nothing was added. */
export async function followLines(source: LineSource, cursor: LineCursor | undefined): Promise<FollowedLines> {
  const names = await namesOf(source);
  let { isChanged, at } = await resume(source, names, cursor);
  for (const file of names.filter((name) => at === undefined || name >= at.file)) {
    const from = at?.file === file ? at.bytes : 0;
    const chunk = await readChunk(join(source.directory, file), from);
    const end = chunk.lastIndexOf(0x0a) + 1 || (chunk.length === LONGEST_BYTES ? chunk.length : 0);
    if (end === 0) continue;
    const whole = chunk.subarray(0, end);
    const last = whole.subarray(whole.lastIndexOf(0x0a, end - 2) + 1);
    at = { file, bytes: from + end, lineBytes: last.length, digest: hash('sha256', last, 'base64url') };
    return {
      lines: whole
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== ''),
      cursor: at,
      isChanged,
    };
  }
  return { lines: [], cursor: at, isChanged };
}

async function namesOf({ directory, files }: LineSource): Promise<readonly string[]> {
  if (files !== 'segments') return [files];
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => SEGMENT_NAME.test(name)).sort();
}

/** The cursor, if what it speaks of still stands there; else the beginning of its file, or of all of them. */
async function resume({ directory }: LineSource, names: readonly string[], cursor: LineCursor | undefined) {
  if (cursor === undefined) return { isChanged: false, at: undefined };
  const { file, bytes, lineBytes, digest } = cursor;
  if (!names.includes(file)) return { isChanged: true, at: undefined };
  const last = await readPart(join(directory, file), bytes - lineBytes, lineBytes);
  if (hash('sha256', last, 'base64url') === digest) return { isChanged: false, at: cursor };
  return { isChanged: true, at: { file, bytes: 0, lineBytes: 0, digest: '' } };
}

/** As much as holds a newline. */
async function readChunk(path: string, from: number): Promise<Buffer> {
  for (let most = CHUNK_BYTES; ; most *= 4) {
    const chunk = await readPart(path, from, most);
    if (chunk.length < most || chunk.includes(0x0a) || most >= LONGEST_BYTES) return chunk;
  }
}

async function readPart(path: string, from: number, most: number): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const bytes = Buffer.alloc(most);
    let done = 0;
    while (done < most) {
      const { bytesRead } = await handle.read(bytes, done, most - done, from + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  } finally {
    await handle?.close();
  }
}
