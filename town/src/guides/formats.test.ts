import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'formats.md'), 'utf8');
const TOPS = ['packages', 'services', 'city'];

/**
 * What the code writes into files and messages for others to know it by: `minglu-…` types, `minglu … v0` labels under
 * hashes and keys, and the eight letters that files of bytes begin with.
 */
const MARKS = [
  /'(minglu-[a-z]+(?:-[a-z]+)*(?:\+v\d)?)(?:\/v\d)?'/g,
  /['`](minglu [a-z ]+? v\d)/g,
  /['`](minglu [a-z]+ \$\{\w+\} v\d)/g,
  /'(ML[A-Z]+\d\d)'/g,
];

function* sources(): Generator<[path: string, text: string]> {
  for (const top of TOPS) {
    for (const row of readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })) {
      const path = join(row.parentPath, row.name);
      const isOurs =
        row.isFile() &&
        path.includes('/src/') &&
        /\.tsx?$/.test(row.name) &&
        !/node_modules|\.test\.|\/testing\//.test(path);
      if (isOurs) yield [path.slice(ROOT.length + 1), readFileSync(path, 'utf8')];
    }
  }
}

/** Names of events that one tab of a browser tells itself. */
const NO_FORMATS = new Set(['minglu-messages-read', 'minglu-evidence', 'minglu-step-up']);

function marks(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, text] of sources()) {
    for (const pattern of MARKS) for (const [, mark = ''] of text.matchAll(pattern)) found.set(mark, path);
  }
  return found;
}

it('every type, label and mark that the code writes stands in docs/formats.md', () => {
  const found = marks();
  expect(found.size).toBeGreaterThan(15);
  const unlisted = [...found].filter(([mark]) => {
    if (NO_FORMATS.has(mark)) return false;
    const shown = mark.replace(/\$\{\w+\}/, 'files');
    return !new RegExp(`${shown.replace('+', '\\+')}(?![a-z+-])`).test(PAGE);
  });
  expect(unlisted).toEqual([]);
});

it('nothing stands there that no code writes', () => {
  const found = new Set(marks().keys());
  const listed = [...PAGE.matchAll(/minglu-[a-z]+(?:-[a-z]+)*(?:\+v\d)?|ML[A-Z]{4}\d\d/g)].map(([mark]) => mark);
  expect(listed.filter((mark) => !found.has(mark))).toEqual([]);
});
