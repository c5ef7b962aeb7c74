import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prunedTooFar } from './pruned-too-far.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pruned-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function lay(path: string, text = ''): { path: string; bytes: Buffer } {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return { path, bytes: Buffer.from(text) };
}

it('a file that another one loads must come along', () => {
  const index = lay('node_modules/mime/index.js', `module.exports = [require('./types/standard'), require('./lib/')];`);
  const types = lay('node_modules/mime/types/standard.js');
  const lib = lay('node_modules/mime/lib/index.js');
  expect(prunedTooFar(root, [index, types, lib])).toEqual([]);
  expect(prunedTooFar(root, [index, lib])).toEqual(['node_modules/mime/index.js needs ./types/standard']);
  expect(prunedTooFar(root, [index, types])).toEqual(['node_modules/mime/index.js needs ./lib/']);
});

it('what is not there in the working copy either is nothing that was pruned', () => {
  expect(prunedTooFar(root, [lay('node_modules/a/index.js', `try { require('./build/Release') } catch {}`)])).toEqual(
    [],
  );
});
