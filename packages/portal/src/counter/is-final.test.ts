import { SdkError } from '@minglu/sdk';
import { expect, test } from 'vitest';
import { PortalError } from '../server/failure.ts';
import { isFinal } from './is-final.ts';

test('what the door or the chain refused is over, and may be written anew', () => {
  expect(isFinal(Object.assign(new Error(), { code: 'transaction-refused' }))).toBe(true);
  expect(isFinal(new PortalError('name-taken'))).toBe(true);
});

test('after silence, or a receipt that does not fit, the application may be in the ledger and is not written anew', () => {
  for (const error of [new SdkError('unreachable'), new SdkError('timeout'), new TypeError(), undefined, null])
    expect(isFinal(error)).toBe(false);
  expect(isFinal(new PortalError('receipt-not-ours'))).toBe(false);
});
