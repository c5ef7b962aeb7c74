import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isPermitted, licenceText } from './licences.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'licences-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function lay(name: string, license: string | undefined, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, path)), { recursive: true });
    writeFileSync(join(root, name, path), text);
  }
  mkdirSync(join(root, name), { recursive: true });
  return {
    folder: name,
    manifest: { name, version: '1.0.0', ...(license === undefined ? {} : { license }), author: 'Somebody' },
  };
}

it('every package stands with its version, its licence and all its licence texts, of what it embeds too', () => {
  const text = licenceText(root, [
    lay('b', 'MIT', {
      LICENSE: 'the words of b',
      'dependencies/lz4/LICENSE': 'the words of lz4',
      'license.js': 'code',
    }),
    lay('a', 'ISC', { 'LICENCE.txt': 'the words of a', '.cache/copy/LICENSE': 'somebody’s copy' }),
  ]);
  expect(text).toMatch(/ {2}a 1\.0\.0 {2}ISC\n {2}b 1\.0\.0 {2}MIT\n/);
  for (const words of ['the words of a', 'the words of b', 'the words of lz4']) expect(text).toContain(words);
  for (const words of ['code', 'copy']) expect(text).not.toContain(words);
});

it('a package without a text is said to have none, with what it declares', () => {
  expect(licenceText(root, [lay('a', 'MIT', {})])).toContain('declares: MIT. Somebody');
});

it('a licence that could bind what is given on with it is refused', () => {
  expect(() => licenceText(root, [lay('a', 'GPL-3.0-only', {})])).toThrow('GPL-3.0-only');
  expect(isPermitted('(GPL-2.0 OR MIT)')).toBe(true);
  expect(isPermitted('MIT-0')).toBe(true);
  expect(isPermitted('MIT AND GPL-2.0')).toBe(false);
  expect(isPermitted(undefined)).toBe(false);
});

it('a licence that stands in a known package’s own file only is read there; without that file the package is refused', () => {
  const words = 'MIT License\r\n\r\nCopyright (c) 2017 Devon Govett\r\n\r\nPermission is hereby granted';
  const text = licenceText(root, [lay('png-js', undefined, { LICENSE: words })]);
  expect(text).toMatch(/ {2}png-js 1\.0\.0 {2}MIT\n/);
  expect(text).toContain('Devon Govett');
  for (const other of ['Copyright Somebody, all rights reserved', 'GNU GENERAL PUBLIC LICENSE']) {
    expect(() => licenceText(root, [lay('png-js', undefined, { LICENSE: other })])).toThrow('png-js: none');
  }
  expect(() => licenceText(root, [lay('unheard-of', undefined, { LICENSE: words })])).toThrow('unheard-of: none');
});
