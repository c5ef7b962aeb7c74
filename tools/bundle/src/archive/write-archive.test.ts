import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { timeOf } from './time-of.ts';
import { writeArchive } from './write-archive.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const FILES = [
  { path: 'b/long/'.padEnd(140, 'x'), bytes: Buffer.alloc(700_000, 7) },
  { path: 'minglu', bytes: Buffer.from('#!/bin/sh\n'), executable: true },
  { path: 'B', bytes: Buffer.alloc(0) },
];

const write = (name: string, files: typeof FILES) =>
  writeArchive(files, { top: 'minglu-1', at: timeOf('0f'.repeat(32)), path: join(folder, name) });

it('the same files give the same bytes, in whatever order they come', async () => {
  const one = await write('one', FILES);
  const two = await write('two', FILES.toReversed());
  expect(two).toEqual(one);
  expect(readFileSync(join(folder, 'two')).equals(readFileSync(join(folder, 'one')))).toBe(true);
  expect(one.sizeBytes).toBe(readFileSync(join(folder, 'one')).length);
});

it('the system’s tar takes it apart: names in order, one owner, one time, one program', async () => {
  await write('one', FILES);
  const list = execFileSync('tar', ['tvzf', join(folder, 'one'), '--numeric-owner', '--full-time'], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' },
  });
  const lines = list.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' ').at(-1))).toEqual([
    'minglu-1/B',
    `minglu-1/${FILES[0]!.path}`,
    'minglu-1/minglu',
  ]);
  expect(lines.map((line) => line.slice(0, 10))).toEqual(['-rw-r--r--', '-rw-r--r--', '-rwxr-xr-x']);
  expect(lines.every((line) => line.includes(' 0/0 ') && line.includes('2000-'))).toBe(true);
});

it('other contents have another time, never one to come', () => {
  expect(timeOf('0f0f10'.padEnd(64, '0'))).not.toEqual(timeOf('0f0f0f'.padEnd(64, '0')));
  expect(timeOf('f'.repeat(64)).getUTCFullYear()).toBe(2000);
});
