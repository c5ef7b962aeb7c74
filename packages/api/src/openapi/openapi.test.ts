import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { routes } from '../routes.ts';
import { buildOpenapi } from './build-openapi.ts';
import { clientTypes, type OpenapiDocument } from './client-types.ts';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

test('openapi.json is what the routes say', async () => {
  const committed = JSON.parse(await read('../../openapi.json')) as unknown;
  expect(JSON.parse(JSON.stringify(await buildOpenapi()))).toEqual(committed);
});

test('the types of the client are what openapi.json says', async () => {
  const document = JSON.parse(await read('../../openapi.json')) as OpenapiDocument;
  expect(await read('../../../sdk/src/generated/operations.ts')).toBe(clientTypes(document));
});

test('every route is in the document once, and no two routes share a path and a method', async () => {
  const document = (await buildOpenapi()) as unknown as OpenapiDocument;
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listed = routes.map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{*}')}`,
  );
  expect(new Set(listed).size).toBe(listed.length);
  expect([...documented].sort()).toEqual([...listed].sort());
});
