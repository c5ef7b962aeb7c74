import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { productionPackages } from './production-packages.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'house-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function lay(folder: string, manifest: Record<string, unknown>): void {
  mkdirSync(join(root, folder), { recursive: true });
  const name = folder.split('node_modules/').at(-1);
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }));
}

const found = () =>
  productionPackages(root, ['packages/api'], { os: 'linux', cpu: 'x64' })
    .map(({ folder }) => folder)
    .toSorted();

it('what a package needs, and what that needs, comes along; what it is developed with does not', () => {
  lay('packages/api', { dependencies: { a: '1', '@minglu/node': '*' }, devDependencies: { vitest: '1' } });
  lay('node_modules/a', { dependencies: { b: '1' }, devDependencies: { c: '1' } });
  lay('node_modules/b', { peerDependencies: { d: '1', e: '1' }, peerDependenciesMeta: { e: { optional: true } } });
  for (const name of ['c', 'd', 'e', 'vitest', '@minglu/node']) lay(`node_modules/${name}`, {});
  expect(found()).toEqual(['node_modules/a', 'node_modules/b', 'node_modules/d']);
});

it('the nearest copy of a package is the one, as Node finds it', () => {
  lay('packages/api', { dependencies: { a: '1', b: '1' } });
  lay('node_modules/a', { dependencies: { b: '2' } });
  lay('node_modules/a/node_modules/b', { version: '2.0.0' });
  lay('node_modules/b', {});
  expect(found()).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/b']);
});

it('a binary for another system stays behind, an optional one that is not there may be missing', () => {
  lay('packages/api', { dependencies: { a: '1' } });
  lay('node_modules/a', { optionalDependencies: { 'a-linux-x64': '1', 'a-darwin-arm64': '1', 'a-none': '1' } });
  lay('node_modules/a-linux-x64', { os: ['linux'], cpu: ['x64'] });
  lay('node_modules/a-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] });
  expect(found()).toEqual(['node_modules/a', 'node_modules/a-linux-x64']);
});

it('packages that need each other end', () => {
  lay('packages/api', { dependencies: { a: '1' } });
  lay('node_modules/a', { dependencies: { b: '1' } });
  lay('node_modules/b', { dependencies: { a: '1' } });
  expect(found()).toEqual(['node_modules/a', 'node_modules/b']);
});

it('a dependency that is not installed is an error that names both', () => {
  lay('packages/api', { name: '@minglu/api', dependencies: { gone: '1' } });
  expect(found).toThrow(
    expect.objectContaining({
      code: 'dependency-missing',
      facts: { package: '@minglu/api', dependency: 'gone' },
    }),
  );
});
