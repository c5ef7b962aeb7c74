import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../encoding/sha256.ts';
import { exampleDraft, exampleKeys } from '../testing/examples.ts';
import { parseTransaction } from './parse-transaction.ts';
import { signTransaction } from './sign-transaction.ts';

const caseJws = await signTransaction(exampleDraft, exampleKeys.citizen, { embedKey: true });
const officerJws = await signTransaction(exampleDraft, exampleKeys.officer, { embedKey: false });

describe('an injected hash function', () => {
  it('is asked once for a case key, never for a registered one, and gives the same transaction', () => {
    let asked = 0;
    const native = (bytes: Uint8Array) => {
      asked += 1;
      return new Uint8Array(createHash('sha256').update(bytes).digest());
    };
    expect(parseTransaction(caseJws, native)).toEqual(parseTransaction(caseJws));
    expect(asked).toBe(1);
    expect(parseTransaction(officerJws, native)).toEqual(parseTransaction(officerJws));
    expect(asked).toBe(1);
  });

  it('may parse in between without harm', () => {
    const meddling = (bytes: Uint8Array) => {
      const digest = sha256(bytes);
      parseTransaction(officerJws);
      return digest;
    };
    expect(parseTransaction(caseJws, meddling)).toEqual(parseTransaction(caseJws));
  });
});
