import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
  .filter((row) => row.isFile() && /\.(tsx?|json)$/.test(row.name) && !row.name.includes('.test.'))
  .map((row) => join(row.parentPath, row.name))
  .map((path) => [path.slice(import.meta.dirname.length + 1), readFileSync(path, 'utf8')] as const);

const having = (pattern: RegExp): string[] => SOURCES.flatMap(([path, text]) => (pattern.test(text) ? [path] : []));

test('no page listens to messages of other windows', () => {
  expect(SOURCES.length).toBeGreaterThan(100);
  expect(having(/(window|globalThis|self)\.addEventListener\(\s*'message'|window\.onmessage/)).toEqual([]);
  expect(having(/\.opener\b|window\.parent\b|\.contentWindow/)).toEqual([]);
});

test('no page asks for a password, a hint or a secret question', () => {
  // A passphrase guards a file on one's own device, and is sent nowhere.
  expect(having(/type="password"/)).toEqual(['keys/PassphraseField.tsx']);
  expect(having(/密保问题|密码提示|security question|password hint/i)).toEqual([]);
});

test('no page writes text as HTML, makes code of it, or lets a template do either', () => {
  expect(
    having(
      /createElement\(['"]script|dangerouslySetInnerHTML|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write\(|\beval\(|new Function\(/,
    ),
  ).toEqual([]);
  expect(having(/href=\{`?javascript:|setTimeout\(\s*['"`]/)).toEqual([]);
});
