import { expect, it } from 'vitest';
import { entrances } from './entrances.ts';

const workspace = (exports: Record<string, string>) => ({
  folder: 'packages/service-kit',
  manifest: { name: '@minglu/service-kit', version: '1.0.0', exports },
});

const texts = (exports: Record<string, string>, shipped: readonly string[]) =>
  Object.fromEntries(
    entrances([workspace(exports)], (path) => shipped.includes(path)).map(({ path, bytes }) => [path, String(bytes)]),
  );

it('a package is entered through one line in place of npm’s link', () => {
  const files = texts({ '.': './src/index.ts' }, ['packages/service-kit/src/index.ts']);
  expect(files['node_modules/@minglu/service-kit/index.js']).toBe(
    `export * from '../../../packages/service-kit/src/index.ts';\n`,
  );
  expect(JSON.parse(files['node_modules/@minglu/service-kit/package.json']!)).toMatchObject({
    type: 'module',
    exports: { '.': './index.js' },
  });
});

it('a door to what only tests use is not there', () => {
  const files = texts({ '.': './src/index.ts', './testing': './src/testing/index.ts' }, [
    'packages/service-kit/src/index.ts',
  ]);
  expect(Object.keys(files)).toHaveLength(2);
});
