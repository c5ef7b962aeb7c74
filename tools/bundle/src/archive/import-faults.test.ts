import { expect, it } from 'vitest';
import { importFaults } from './import-faults.ts';

const file = (path: string, text = '') => ({ path, bytes: Buffer.from(text) });
const faults = (text: string, ...others: string[]) =>
  importFaults([file('packages/api/src/index.ts', text), ...others.map((path) => file(path))]);

it('what is in the archive, Node’s own, and types are no faults', () => {
  const text = [
    `import { a } from './a.ts';`,
    `import { readFile } from 'node:fs/promises';`,
    `import type { B } from 'not-shipped';`,
    `import { type C } from 'not-shipped';`,
    `import fastify from 'fastify';`,
    `export { d } from '@noble/curves/p256';`,
    `const thread = new URL('./a.ts', import.meta.url);`,
    `const later = await import('./a.ts');`,
  ].join('\n');
  const shipped = ['node_modules/fastify/package.json', 'node_modules/@noble/curves/package.json'];
  expect(faults(text, 'packages/api/src/a.ts', ...shipped)).toEqual([]);
});

it.each([
  [`import './gone.ts';`, './gone.ts'],
  [`export { a } from './gone.ts';`, './gone.ts'],
  [`const a = await import('./gone.ts');`, './gone.ts'],
  [`new Worker(new URL('./gone.ts', import.meta.url));`, './gone.ts'],
  [`import { a } from 'undeclared/part';`, 'undeclared/part'],
  [`import { a } from '@minglu/portal';`, '@minglu/portal'],
])('%s would find nothing after unpacking', (text, specifier) => {
  expect(faults(text)).toEqual([`packages/api/src/index.ts needs ${specifier}, which is not in the archive`]);
});
