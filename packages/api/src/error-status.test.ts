import { readFile } from 'node:fs/promises';
import { refusalCodes } from '@minglu/ledger';
import { expect, test } from 'vitest';
import { API_ERROR_CODES } from './api-error-code.ts';
import { ERROR_CODES, hasStatus, statusOf } from './error-status.ts';

test('docs/errors.md explains every code with its status in two languages, and no other code', async () => {
  const page = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (\d{3}) \| ([^|]+) \| ([^|]+) \|$/gm)];
  expect(rows.map(([, code]) => code).sort()).toEqual([...ERROR_CODES].sort());
  for (const [, code = '', status, chinese = '', english = ''] of rows) {
    expect(`${code} ${status}`).toBe(`${code} ${hasStatus(code) ? statusOf(code) : ''}`);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english.length).toBeGreaterThan(5);
  }
});

test('every refusal of the chain and of the door has a status below 500, but for what is the server’s own state', () => {
  for (const code of refusalCodes) expect(statusOf(code)).toBeLessThan(500);
  const own = API_ERROR_CODES.filter((code) => statusOf(code) >= 500);
  expect(own).toEqual([
    'audit-unavailable',
    'internal',
    'overloaded',
    'provider-unreachable',
    'read-model-behind',
    'read-model-unavailable',
    'vault-full',
  ]);
});
