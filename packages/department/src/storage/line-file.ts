import { mkdir, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatStrictJson, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

/** An append-only file of strict JSON objects, one a line; what was appended is on disk when `append` returns. */
export interface LineFile {
  append(lines: readonly JsonObject[]): Promise<void>;
}

/**
 * Opens the file and gives its lines in order. A last line without its end was being written when the process died:
 * nobody was told of it, so it is cut off. Any other line that does not read is `store-damaged`.
 */
export async function openLineFile(path: string): Promise<{ lines: readonly JsonObject[]; file: LineFile }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const bytes = await readOrEmpty(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) await truncate(path, end);
  const texts = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  return {
    lines: texts.map((text, at) => parseLine(path, text, at)),
    file: appender(path, end),
  };
}

function parseLine(path: string, text: string, at: number): JsonObject {
  try {
    return parseStrictJsonObject(text);
  } catch {
    throw new DepartmentError('store-damaged', { file: path.split('/').at(-1) ?? '', line: at + 1 });
  }
}

/**
 * Appends one after another. An append that failed half-way (a full disk) may have left the beginning of a line: that is
 * cut off before anything is written after it, or the next line would be glued to it and the file be damaged for good.
 */
function appender(path: string, from: number): LineFile {
  let end = from;
  let isTorn = false;
  let last: Promise<void> = Promise.resolve();
  const write = async (bytes: Buffer): Promise<void> => {
    if (isTorn) await truncate(path, end);
    const file = await open(path, 'a', 0o600);
    isTorn = true;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    end += bytes.length;
    isTorn = false;
  };
  return {
    append: async (lines) => {
      if (lines.length === 0) return;
      const bytes = Buffer.from(lines.map((line) => `${formatStrictJson(line)}\n`).join(''));
      const own = last.then(() => write(bytes));
      last = own.catch(() => undefined);
      await own;
    },
  };
}

async function readOrEmpty(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
