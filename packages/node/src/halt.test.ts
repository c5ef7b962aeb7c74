import { LedgerError } from '@minglu/ledger';
import { expect, it } from 'vitest';
import { isStateDamage, toNodeError } from './halt.ts';
import { StoreError } from './store/store-error.ts';

it('a tree that does not agree with its leaves is damage of what can be made again', () => {
  expect(isStateDamage(toNodeError(new LedgerError('state-tree-damaged', { prefix: 7 })))).toBe(true);
  expect(isStateDamage(toNodeError(new StoreError('derived-damaged', { file: 'state' })))).toBe(true);
});

it('damage of the log, a full disk or a refusing state machine is not', () => {
  expect(isStateDamage(toNodeError(new StoreError('damaged', { file: 'log' })))).toBe(false);
  expect(isStateDamage(toNodeError(new StoreError('storage-full', { file: 'log' })))).toBe(false);
  expect(isStateDamage(toNodeError(new LedgerError('record-missing', { kind: 'case' })))).toBe(false);
});

it('what nobody foresaw is called internal, with its name and without its message', () => {
  const error = toNodeError(new TypeError('张三 has no case'));
  expect(error.code).toBe('internal');
  expect(JSON.stringify(error.facts)).not.toContain('张三');
});
