import { readdirSync, readFileSync } from 'node:fs';
import { ERROR_CODES } from '@minglu/api';
import { AUDIT_KINDS } from '@minglu/audit';
import { accessNames, deedNames, refusalCodes } from '@minglu/ledger';
import { SDK_ERROR_CODES } from '@minglu/sdk';
import { expect, test } from 'vitest';

const messages = new URL('../../../packages/portal/src/messages/', import.meta.url);
const department = new URL('../../../packages/department/src/department-error.ts', import.meta.url);

function codesOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${language}.json`, messages), 'utf8')).codes;
}

/** The department's list is a type; its text is the only place where it stands. */
function departmentCodes(): string[] {
  return [...readFileSync(department, 'utf8').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, code]) => code as string);
}

test('every code that can reach a page has a sentence in both languages', () => {
  const codes = [...ERROR_CODES, ...refusalCodes, ...SDK_ERROR_CODES, ...departmentCodes()];
  expect(departmentCodes().length).toBeGreaterThan(8);
  for (const language of ['zh-CN', 'en']) {
    const words = codesOf(language);
    expect(codes.filter((code) => words[code] === undefined)).toEqual([]);
  }
});

test('every deed and read that somebody can lack is called something in both languages', () => {
  for (const language of ['zh-CN', 'en']) {
    const { rights } = JSON.parse(readFileSync(new URL(`${language}.json`, messages), 'utf8'));
    expect(accessNames.filter((name) => rights.deeds[name.replace('.', '-')] === undefined)).toEqual([]);
  }
});

/** What doors write into their trails: each route says it where it is defined. */
function recordedActions(): string[] {
  const folder = new URL('../../../packages/api/src/routes/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const routes = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('');
  const rooms = readFileSync(
    new URL('../../../packages/department/src/trail/recorded-routes.ts', import.meta.url),
    'utf8',
  );
  const found = [
    ...routes.matchAll(/recorded(?:ByHandler)?\(\s*'[a-z-]+',\s*'([\w.-]+)'/g),
    ...routes.matchAll(/recordedWhenSeen\(\s*'([\w.-]+)'/g),
    ...rooms.matchAll(/(?:action|each): '([\w.-]+)'/g),
  ];
  return [...new Set(found.map(([, action]) => action as string))];
}

test('every action that a trail may name, and every deed, has words where trails and footprints are read', () => {
  const actions = [...recordedActions(), ...deedNames];
  expect(recordedActions().length).toBeGreaterThan(60);
  expect(deedNames.length).toBeGreaterThan(70);
  for (const language of ['zh-CN', 'en']) {
    const { auditor, deeds, rights, footprint } = JSON.parse(
      readFileSync(new URL(`${language}.json`, messages), 'utf8'),
    );
    const isNamed = (action: string) => {
      const key = action.replaceAll('.', '-');
      return [auditor.actions, deeds, rights.deeds].some((words) => words[key] !== undefined);
    };
    expect(actions.filter((action) => !isNamed(action))).toEqual([]);
    // A footprint falls back to the kind of line.
    expect(
      AUDIT_KINDS.filter((kind) => footprint.kinds[kind] === undefined || auditor.kinds[kind] === undefined),
    ).toEqual([]);
  }
});

test('every family of deeds that a rule can be about is called something', () => {
  const families = [...new Set(accessNames.map((name) => name.split('.')[0]))];
  for (const language of ['zh-CN', 'en']) {
    const { rights } = JSON.parse(readFileSync(new URL(`${language}.json`, messages), 'utf8'));
    expect(families.filter((family) => rights.deeds[`${family}-all`] === undefined)).toEqual([]);
  }
});
