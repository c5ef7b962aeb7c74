import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { notOpenCodes, ordinaryCodes, priorApprovalCodes } from '../generated/class-codes.ts';
import { classNames } from './class-names.ts';
import { readCodes } from './read-codes.ts';
import { treatments } from './treatments.ts';

const path = fileURLToPath(new URL('../generated/class-codes.ts', import.meta.url));

/** `011:1239 012:123`: 中类 and the last digits of its 小类; a tenth of the size. */
function compact(treatment: string): string {
  const groups = new Map<string, string>();
  for (const [code, one] of treatments) {
    if (one === treatment) groups.set(code.slice(0, 3), (groups.get(code.slice(0, 3)) ?? '') + code.slice(3));
  }
  return [...groups].map(([group, digits]) => `${group}${digits}`).join(' ');
}

it('are what the catalogue says today (UPDATE_GENERATED=1 writes them anew)', () => {
  const text = [
    '// Made from treatments.ts by class-codes.test.ts with UPDATE_GENERATED=1; not edited by hand.',
    `export const ordinaryCodes =\n  '${compact('ordinary')}';`,
    `export const priorApprovalCodes = '${compact('prior-approval')}';`,
    `export const notOpenCodes =\n  '${compact('not-open')}';`,
    '',
  ].join('\n');
  if (process.env.UPDATE_GENERATED === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('are each a 小类 of the standard, with the treatment the catalogue gives it', () => {
  const read = [
    ['ordinary', ordinaryCodes],
    ['prior-approval', priorApprovalCodes],
    ['not-open', notOpenCodes],
  ].flatMap(([treatment = '', codes = '']) => readCodes(codes).map((code) => [code, treatment] as const));
  expect(new Map(read)).toEqual(new Map(treatments));
  expect(read).toHaveLength(treatments.size);
  for (const [code] of read) expect(classNames.has(code), code).toBe(true);
});
