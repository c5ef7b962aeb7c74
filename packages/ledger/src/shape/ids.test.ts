import { base64urlEncode } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activityCode,
  digest,
  id,
  instant,
  licenceNumber,
  reasonCode,
  regionCode,
  role,
  transactionId,
} from './ids.ts';

describe('an id', () => {
  it('is a short lower-case word that can stand in a key', () => {
    for (const text of ['market', 'market-office', 'a1']) expect(id.problemOf(text), text).toBeUndefined();
    for (const text of ['', 'a', 'Market', 'market/office', '1market', '-market', 'märkt', 'a'.repeat(64), 'a b']) {
      expect(id.problemOf(text), text).toBe('format');
    }
  });
});

describe('a digest and a transaction id', () => {
  it('are canonical base64url of 32 and of 16 bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(digest.problemOf(base64urlEncode(bytes))).toBeUndefined();
        expect(transactionId.problemOf(base64urlEncode(bytes.slice(16)))).toBeUndefined();
        expect(transactionId.problemOf(base64urlEncode(bytes))).toBe('format');
      }),
    );
  });

  it('have no second spelling with spare bits set', () => {
    expect(digest.problemOf('A'.repeat(43))).toBeUndefined();
    expect(digest.problemOf(`${'A'.repeat(42)}B`)).toBe('format');
    expect(transactionId.problemOf('A'.repeat(22))).toBeUndefined();
    expect(transactionId.problemOf(`${'A'.repeat(21)}B`)).toBe('format');
  });
});

describe('codes', () => {
  it('for a reason cannot be a sentence', () => {
    expect(reasonCode.problemOf('MATERIALS-INCOMPLETE')).toBeUndefined();
    for (const text of ['not allowed', '材料不全', 'X', 'A'.repeat(41), 'Wang_Xiaoming', '']) {
      expect(reasonCode.problemOf(text), text).toBe('format');
    }
  });

  it('for a region and an activity are digits', () => {
    expect(regionCode.problemOf('110105')).toBeUndefined();
    for (const text of ['010105', '11010', '1101050', '11010a']) expect(regionCode.problemOf(text)).toBe('format');
    expect(activityCode.problemOf('0111')).toBeUndefined();
    for (const text of ['111', '01111', 'A111']) expect(activityCode.problemOf(text)).toBe('format');
  });

  it('for a licence have 18 characters without I, O, S, V, Z', () => {
    expect(licenceNumber.problemOf('92110105MA0000007H')).toBeUndefined();
    for (const text of ['92110105MA0000007', '92110105MA0000007I', '92110105ma0000007H']) {
      expect(licenceNumber.problemOf(text)).toBe('format');
    }
  });

  it('for a role are the three there are', () => {
    for (const name of ['administrator', 'registrar', 'attester']) expect(role.problemOf(name)).toBeUndefined();
    expect(role.problemOf('owner')).toBe('value');
  });

  it('for an instant end with the year 9999', () => {
    expect(instant.problemOf(1_780_000_000_000)).toBeUndefined();
    expect(instant.problemOf(0)).toBe('value');
    expect(instant.problemOf(253_402_300_800_000)).toBe('value');
  });
});
