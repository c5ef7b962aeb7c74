import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '@minglu/api';
import { accessNames, refusalCodes } from '@minglu/ledger';
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
