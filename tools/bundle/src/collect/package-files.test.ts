import { expect, it } from 'vitest';
import { isLoaded } from './package-files.ts';

it.each([
  'index.js',
  'package.json',
  'dist/doc/Document.js',
  'types/standard.js',
  'static/swagger-ui.css',
  'node.napi.glibc.node',
  'release.wasm',
])('%s stays', (path) => {
  expect(isLoaded(path)).toBe(true);
});

it.each([
  'index.d.ts',
  'index.js.map',
  'README.md',
  'LICENSE',
  'docs/a.js',
  'test/a.js',
  'lib/__tests__/a.js',
  'lib/a.test.js',
  'test.js',
  'benchmark.js',
  'src/lmdb.cpp',
  'node.abi127.glibc.node',
  'node.napi.musl.node',
  '.eslintrc.js',
])('%s is left behind', (path) => {
  expect(isLoaded(path)).toBe(false);
});
