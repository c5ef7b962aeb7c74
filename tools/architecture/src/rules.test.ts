import { describe, expect, it } from 'vitest';
import { parseSource } from './parse-source.ts';
import { RULES } from './rules.ts';
import type { Violation } from './source-file.ts';

function judge(files: Record<string, string>): Violation[] {
  const parsed = Object.entries(files).map(([path, text]) => parseSource(path, text));
  return RULES.flatMap((rule) => rule(parsed));
}

const found = (files: Record<string, string>): string[] => judge(files).map(({ rule, detail }) => `${rule}: ${detail}`);

describe('direction', () => {
  it('refuses protocol importing ledger', () => {
    expect(found({ 'packages/protocol/src/a.ts': "import { x } from '@minglu/ledger'; x();" })).toContain(
      'direction: protocol may not import ledger',
    );
  });
  it('refuses a type import in the wrong direction too', () => {
    expect(
      found({ 'packages/witness/src/a.ts': "import type { X } from '@minglu/node'; export type Y = X;" }),
    ).toContain('direction: witness may not import node');
  });
  it('refuses reaching past the index of another package', () => {
    expect(found({ 'packages/node/src/a.ts': "import { x } from '@minglu/ledger/src/x.ts'; x();" })[0]).toMatch(
      /only a package's index/,
    );
  });
  it('refuses a library in a pure package', () => {
    expect(found({ 'packages/ledger/src/a.ts': "import fs from 'node:fs'; fs.rmSync('a');" })).toContain(
      'direction: ledger may not import node:fs',
    );
  });
  it('refuses a dynamic import in the wrong direction', () => {
    expect(found({ 'packages/protocol/src/a.ts': "export const a = () => import('@minglu/api');" })).toContain(
      'direction: protocol may not import api',
    );
  });
  it('refuses a folder that has no row in the table', () => {
    expect(found({ 'packages/extra/src/a.ts': 'export const a = 1;' })).toContain(
      'direction: extra has no row in the table',
    );
  });
  it('lets api import ledger and node', () => {
    expect(
      judge({ 'packages/api/src/a.ts': "import { x } from '@minglu/node'; import { y } from '@minglu/ledger'; x(y);" }),
    ).toEqual([]);
  });
});

describe('cycles and barrels', () => {
  it('refuses a cycle by type', () => {
    const cycle = found({
      'packages/node/src/a.ts': "import type { B } from './b.ts'; export type A = B;",
      'packages/node/src/b.ts': "import type { A } from './a.ts'; export type B = A;",
    });
    expect(cycle.some((line) => line.startsWith('cycle: '))).toBe(true);
  });
  it('refuses an index inside a package', () => {
    expect(found({ 'packages/node/src/store/index.ts': 'export const a = 1;' })).toContain(
      'barrel: an index inside a package',
    );
  });
  it('refuses export *', () => {
    expect(found({ 'packages/node/src/index.ts': "export * from './a.ts';" })).toContain(
      'barrel: export * hides what is offered',
    );
  });
  it('refuses a file importing its own package through the index', () => {
    expect(found({ 'packages/node/src/store/a.ts': "import { x } from '../index.ts'; x();" })[0]).toMatch(
      /its own package's index/,
    );
  });
  it('lets a test that pins the names read the index', () => {
    expect(judge({ 'packages/node/src/index.test.ts': "import { x } from './index.ts'; x();" })).toEqual([]);
  });
});

describe('purity', () => {
  it.each([
    ['Date', 'export const a = (): number => new Date().getTime();'],
    ['Math.random', 'export const a = (): number => Math.random();'],
    ['Intl', 'export const a = new Intl.NumberFormat();'],
    ['localeCompare', "export const a = 'a'.localeCompare('b');"],
    ['WeakRef', 'export const a = new WeakRef({});'],
  ])('refuses %s in a pure package', (word, text) => {
    expect(found({ 'packages/protocol/src/a.ts': text })).toContain(`purity: ${word} in a pure package`);
  });
  it('refuses async in ledger', () => {
    expect(found({ 'packages/ledger/src/a.ts': 'export async function a(): Promise<void> {}' })).toContain(
      'purity: async a in ledger',
    );
  });
  it('lets node read the clock', () => {
    expect(judge({ 'packages/node/src/a.ts': 'export const a = (): number => new Date().getTime();' })).toEqual([]);
  });
});

describe('sizes, names, services', () => {
  it('refuses a file over 400 lines', () => {
    expect(
      found({ 'packages/node/src/a.ts': 'export const a = 1;\n'.replaceAll('a', 'a').padEnd(2000, '\n') })[0],
    ).toMatch(/lines, cap 400/);
  });
  it('refuses a function over 70 lines', () => {
    expect(found({ 'packages/node/src/a.ts': `export function long(): void {${'\n'.repeat(71)}}` })[0]).toMatch(
      /long: 72 lines, cap 70/,
    );
  });
  it('refuses five parameters', () => {
    expect(
      found({ 'packages/node/src/a.ts': 'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];' })[0],
    ).toMatch(/5 parameters, cap 4/);
  });
  it('refuses a bucket and a name that is not kebab-case', () => {
    expect(found({ 'packages/node/src/utils.ts': 'export const a = 1;' })).toContain('name: "utils" says nothing');
    expect(found({ 'packages/node/src/MyFile.ts': 'export const a = 1;' })).toContain('name: not kebab-case');
  });
  it('refuses platform code that names a service', () => {
    const files = {
      'services/shop-permit/src/index.ts': 'export const a = 1;',
      'packages/node/src/a.ts': "export const service = 'shop-permit';",
    };
    expect(found(files)).toContain('service: platform code names the service "shop-permit"');
  });
});

describe('trail', () => {
  const route = (audit: string, body: string) => ({
    'packages/api/src/routes/cases/a.ts': `export const a = { audit: ${audit}, handler: (context) => ${body} };`,
  });
  it('refuses a route that reads a private part and says that nothing is kept of it', () => {
    expect(found(route("unrecorded('public')", 'context.node.sidecar(1)'))).toContain(
      'trail: sidecar in a route of which no record is kept',
    );
    expect(found(route("unrecorded('public')", 'getSession(context)'))).toContain(
      'trail: getSession in a route of which no record is kept',
    );
  });
  it('lets one that is kept do so, and one that reads what anybody may know', () => {
    expect(found(route("recorded('read', 'cases.read')", 'context.node.sidecar(1)'))).toEqual([]);
    expect(found(route("unrecorded('public')", 'context.node.find(1)'))).toEqual([]);
  });
});
