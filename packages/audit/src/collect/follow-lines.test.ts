import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { segmentName } from '../segment-file.ts';
import { followLines, type LineCursor, type LineSource } from './follow-lines.ts';

let directory: string;
let source: LineSource;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-follow-'));
  source = { name: 'audit:api', directory, files: 'segments' };
});
afterEach(() => rm(directory, { recursive: true }));

async function all(from?: LineCursor) {
  const lines: string[] = [];
  let cursor = from;
  let isChanged = false;
  for (;;) {
    const step = await followLines(source, cursor);
    isChanged ||= step.isChanged;
    if (step.lines.length === 0) return { lines, cursor, isChanged };
    lines.push(...step.lines);
    cursor = step.cursor;
  }
}

test('lines come whole, in the order of the files, and each once', async () => {
  await writeFile(join(directory, segmentName(0)), 'a\nb\n');
  await writeFile(join(directory, segmentName(4096)), 'c\nhalf of');
  await writeFile(join(directory, 'notes.txt'), 'x\n');
  const first = await all();
  expect(first.lines).toEqual(['a', 'b', 'c']);
  await appendFile(join(directory, segmentName(4096)), ' d\n');
  await writeFile(join(directory, segmentName(8192)), 'e\n');
  expect(await all(first.cursor)).toMatchObject({ lines: ['half of d', 'e'], isChanged: false });
});

test('a line longer than a chunk is one line', async () => {
  const long = 'l'.repeat(700_000);
  await writeFile(join(directory, segmentName(0)), `a\n${long}\nb\n`);
  expect((await all()).lines).toEqual(['a', long, 'b']);
});

test('where what was read is not there any more, the file is read again and it is said', async () => {
  const path = join(directory, segmentName(0));
  await writeFile(path, 'a\nb\n');
  const { cursor } = await all();
  await writeFile(path, 'a\nB\nc\n');
  expect(await all(cursor)).toMatchObject({ lines: ['a', 'B', 'c'], isChanged: true });
  await writeFile(path, 'a\n');
  expect(await all(cursor)).toMatchObject({ lines: ['a'], isChanged: true });
  await rm(path);
  await writeFile(join(directory, segmentName(4096)), 'z\n');
  expect(await all(cursor)).toMatchObject({ lines: ['z'], isChanged: true });
});

test('there may be nothing yet', async () => {
  expect(await followLines({ ...source, directory: join(directory, 'none') }, undefined)).toMatchObject({ lines: [] });
  expect(await followLines({ ...source, files: 'api.log' }, undefined)).toMatchObject({ lines: [] });
});
