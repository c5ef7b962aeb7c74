import { expect, test } from 'vitest';
import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };
import { licenceStatuses, licenceStatusLook } from './licence-status.ts';

test('every status has its own word in both languages', () => {
  for (const words of [zh.status, en.status] as Record<string, string>[]) {
    const used = licenceStatuses.map((status) => words[status]);
    expect(used.every((word) => word !== undefined && word !== '')).toBe(true);
    expect(new Set(used).size).toBe(licenceStatuses.length);
  }
});

test('a shop that closed honestly never looks like a revoked one', () => {
  for (const status of ['closed', 'ceased']) expect(licenceStatusLook(status).tone).toBe('quiet');
  expect(zh.status.closed).toBe('已注销');
  expect(zh.status.annulled).toBe('已撤销');
  expect(zh.status.revoked).toBe('已吊销');
});

test('only a valid licence looks good, and an unknown status never does', () => {
  expect(licenceStatuses.filter((status) => licenceStatusLook(status).tone === 'good')).toEqual(['valid']);
  expect(licenceStatusLook('invented').tone).toBe('warn');
});

test('not found and changed are different words', () => {
  expect(zh.verdict.notFound).not.toBe(zh.verdict.changed);
  expect(en.verdict.notFound).not.toBe(en.verdict.changed);
});
