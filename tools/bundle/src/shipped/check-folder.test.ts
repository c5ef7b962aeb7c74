import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFolder } from './check-folder.ts';
import { formatHashList, HASH_LIST } from './hash-list.ts';

const FILES = { minglu: '#!/bin/sh\n', 'packages/api/src/index.ts': 'export {};\n', 'runtime/node': 'a program' };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  const listed = Object.entries(FILES).map(([path, text]) => {
    write(path, text);
    return { path, hash: createHash('sha256').update(text).digest('hex') };
  });
  write(HASH_LIST, formatHashList(listed));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const faults = () => checkFolder(folder).faults;

it('a folder as it was packed has no fault, whatever data and caches lie beside', () => {
  write('data/city.json', '{}');
  write('.cache/compile/x', '');
  expect(checkFolder(folder)).toMatchObject({ files: 3, faults: [] });
});

it('a changed file is named', () => {
  write('packages/api/src/index.ts', 'export { };\n');
  expect(faults()).toEqual([{ path: 'packages/api/src/index.ts', fault: 'changed' }]);
});

it('a missing file is named, also when its whole folder is gone or is a file now', () => {
  rmSync(join(folder, 'minglu'));
  expect(faults()).toEqual([{ path: 'minglu', fault: 'missing' }]);
  rmSync(join(folder, 'runtime'), { recursive: true });
  writeFileSync(join(folder, 'runtime'), '');
  expect(faults()).toContainEqual({ path: 'runtime/node', fault: 'missing' });
});

it('a file more among the program’s own is named: it could be found first', () => {
  write('packages/api/node_modules/fastify/index.js', '');
  expect(faults()).toEqual([{ path: 'packages/api/node_modules/fastify/index.js', fault: 'added' }]);
});

it('a link in place of a file is a missing file, even to the same bytes', () => {
  write('data/node', FILES['runtime/node']);
  rmSync(join(folder, 'runtime/node'));
  symlinkSync('../data/node', join(folder, 'runtime/node'));
  expect(faults()).toEqual([{ path: 'runtime/node', fault: 'missing' }]);
});

it('a damaged or missing list is a fault of its own, not a shorter list', () => {
  write(HASH_LIST, 'zz');
  expect(faults()).toEqual([{ path: HASH_LIST, fault: 'list-damaged' }]);
  rmSync(join(folder, HASH_LIST));
  expect(faults()).toEqual([{ path: HASH_LIST, fault: 'list-damaged' }]);
});
