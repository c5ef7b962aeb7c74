import { expect, test } from 'vitest';
import { parseDraft } from '../forms/application-draft.ts';
import { localRecord, type TextStorage } from './local-record.ts';

const draft = { tradeName: '店', scope: [], region: '', operator: '', path: undefined, updatedAt: 7 } as const;

function memory(): TextStorage & { rows: Map<string, string> } {
  const rows = new Map<string, string>();
  return {
    rows,
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => void rows.set(key, value),
    removeItem: (key) => void rows.delete(key),
  };
}

test('a draft written is read back after the page is gone, and a cleared one is not', () => {
  const storage = memory();
  localRecord('draft', parseDraft, () => storage).write(draft);
  const again = localRecord('draft', parseDraft, () => storage);
  expect(again.read()).toEqual(draft);
  again.clear();
  expect(again.read()).toBeUndefined();
});

test('damaged text in storage reads as nothing instead of breaking the page', () => {
  const storage = memory();
  storage.rows.set('draft', '{"tradeName":');
  expect(localRecord('draft', parseDraft, () => storage).read()).toBeUndefined();
});

test('a browser that forbids storage is told by the answer, not by an exception', () => {
  const record = localRecord('draft', parseDraft, () => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(record.write(draft)).toBe(false);
  expect(record.read()).toBeUndefined();
  expect(() => record.clear()).not.toThrow();
});
