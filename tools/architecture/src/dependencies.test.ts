import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dependencyFaults } from './dependencies.ts';

const root = new URL('../../../', import.meta.url);
const table = '| package | licence | why |\n|---|---|---|\n| lmdb | MIT | state |\n';

it('every direct dependency has its reason, and every reason its dependency', () => {
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  expect(dependencyFaults(manifest, readFileSync(new URL('docs/dependencies.md', root), 'utf8'))).toEqual([]);
});

it('a dependency without a reason is a fault', () => {
  expect(dependencyFaults({ dependencies: { lmdb: '1.0.0', left: '1.0.0' } }, table)).toEqual([
    'left has no reason in the table',
  ]);
});

it('a reason without a dependency is a fault', () => {
  expect(dependencyFaults({}, table)).toEqual(['lmdb stands in the table only']);
});

it('a range is a fault', () => {
  expect(dependencyFaults({ dependencies: { lmdb: '^1.0.0' } }, table)).toEqual([
    'lmdb ^1.0.0 is not an exact version',
  ]);
});

it('a thirty-sixth production dependency is a fault', () => {
  const dependencies = Object.fromEntries(Array.from({ length: 36 }, (_, at) => [`p${at}`, '1.0.0']));
  expect(dependencyFaults({ dependencies }, table)).toContain('36 production dependencies, at most 35');
});
