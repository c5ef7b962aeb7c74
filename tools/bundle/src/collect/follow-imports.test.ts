import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followImports } from './follow-imports.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'follow-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function lay(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const followed = () =>
  followImports(root, 'a/main.ts')
    .map(({ path }) => path)
    .toSorted();

it('a module comes with all it loads, by import and by address, and two that load each other end', () => {
  lay(
    'a/main.ts',
    `import { b } from '../b.mjs';\nimport { join } from 'node:path';\nimport type { T } from './t.ts';`,
  );
  lay('b.mjs', `export const b = new URL('./c.mjs', import.meta.url);`);
  lay('c.mjs', `import './a/main.ts';`);
  lay('a/t.ts', '');
  expect(followed()).toEqual(['a/main.ts', 'b.mjs', 'c.mjs']);
});

it('a module that is not there is an error', () => {
  lay('a/main.ts', `import './gone.ts';`);
  expect(followed).toThrow('gone.ts');
});
