import { expect, it } from 'vitest';
import { fileFaults } from './file-faults.ts';

const file = (path: string, text = '') => ({ path, bytes: Buffer.from(text) });

it('sources, pages and programs have their place', () => {
  const paths = ['minglu', 'packages/api/src/index.ts', 'node_modules/@noble/curves/p256.js', 'runtime/node'];
  expect(
    fileFaults(
      paths.map((path) => file(path, 'words')),
      ['/home/us/minglu/packages'],
    ),
  ).toEqual([]);
});

it.each([
  'packages/api/src/server.test.ts',
  'packages/api/src/testing/sign-session.ts',
  'node_modules/split2/test.js',
  'node_modules/fastify/test/a.js',
  'node_modules/x/.github/workflow.js',
  '.git/config',
  '.city/ledger/journal',
  'data/city.json',
])('%s has no place in an archive', (path) => {
  expect(fileFaults([file(path)], [])).toEqual([`${path} has no place in an archive`]);
});

it('a file that names a folder of this machine is refused, a binary one too', () => {
  const bytes = Buffer.concat([Buffer.from([0, 255, 3]), Buffer.from('x/home/us/minglu/packages/api')]);
  expect(fileFaults([{ path: 'a.node', bytes }], ['/home/us/minglu/packages'])).toEqual([
    'a.node names a folder of this machine',
  ]);
});

it('two files of one name, and a name that a list would have to quote, are refused', () => {
  expect(fileFaults([file('a'), file('a')], [])).toEqual(['a stands twice']);
  for (const path of ['a\nb', 'a b', '../a', 'a/../b', '/a', 'a//b', '']) {
    expect(fileFaults([file(path)], [])).toEqual([`${path} is no plain name`]);
  }
});
