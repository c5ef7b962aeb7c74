import { describe, expect, it } from 'vitest';
import { encodeBlockEntry } from '../entry/encode-entry.ts';
import { formatTlogProof, parseTlogProof } from '../log/tlog-proof.ts';
import { formatLicenceProof, type LicenceProof, MAX_LICENCE_PROOF_LENGTH, parseLicenceProof } from './licence-proof.ts';
import { licenceKey } from './licence-record.ts';
import { referenceProof, referenceRoot } from './testing/reference-state.ts';
import {
  BLOCK_INDEX,
  bytesOf,
  flippedText,
  ISSUE_INDEX,
  idOf,
  licenceProofText,
  licenceText,
  NUMBER,
  OTHER_NUMBER,
  proofOf,
  put,
  type SampleLog,
  sampleLog,
  transactionEntry,
  trust,
} from './testing/sample-evidence.ts';
import { verifyLicenceProof } from './verify-licence-proof.ts';

const sample = await sampleLog();
const text = await licenceProofText(sample, { withTransaction: true });
const proof = parseLicenceProof(text);
const refusal = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });
const verify = (over: Partial<LicenceProof>) =>
  verifyLicenceProof(formatLicenceProof({ ...proof, ...over }), { trust });
const without = (): LicenceProof => {
  const { transaction: _, ...rest } = proof;
  return rest;
};

/** The sample with one block more, whose entry closes a state in which `values` stand. */
async function withBlock(values: Map<string, string>): Promise<SampleLog> {
  const longer = await sampleLog();
  for (const [key, value] of values) longer.state.set(key, value);
  const stateRoot = referenceRoot(longer.state);
  const previous = new Uint8Array(32);
  put(longer, encodeBlockEntry({ height: 3, time: 5, protocol: 1, transactions: 0, events: [], stateRoot, previous }));
  return longer;
}

describe('verifying a licence proof', () => {
  it('gives the licence, the block that says so, and who saw it', async () => {
    const verified = await verifyLicenceProof(text, { trust });
    expect(verified).toMatchObject({ number: NUMBER, index: BLOCK_INDEX, policyMet: true });
    expect(verified.licence).toMatchObject({ tradeName: '西湖区好味道小吃店', status: 'valid', case: idOf(4) });
    expect(verified.block).toMatchObject({ height: 2, time: 1_700_000_000_002 });
    expect(verified.transaction).toMatchObject({ index: ISSUE_INDEX, transactionSignature: 'checked' });
  });

  it('proves that a number stands nowhere', async () => {
    const absent = await licenceProofText(sample, { number: OTHER_NUMBER });
    const verified = await verifyLicenceProof(absent, { trust });
    expect(verified).toMatchObject({ number: OTHER_NUMBER, value: null, policyMet: true });
    expect(verified.licence).toBeUndefined();
    expect(verified.transaction).toBeUndefined();
  });

  it('holds without witnesses, and says that the policy is not met', async () => {
    const fresh = await licenceProofText(sample, { seen: 0 });
    await expect(verifyLicenceProof(fresh, { trust })).resolves.toMatchObject({ policyMet: false });
  });

  it('refuses any character changed anywhere, or tells nothing else', async () => {
    const before = await verifyLicenceProof(text, { trust });
    for (let at = 0; at < text.length; at += 11) {
      try {
        const after = await verifyLicenceProof(flippedText(text, at), { trust });
        expect(after.value).toBe(before.value);
        expect(after.block).toEqual(before.block);
        const seen = after.policy.seen + (after.transaction?.policy.seen ?? 0);
        expect(seen).toBeLessThan(6);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ProtocolError' });
      }
    }
  });

  it('refuses another number, another value, and absence of what is there', async () => {
    await expect(verify({ number: OTHER_NUMBER })).rejects.toEqual(refusal('licence-proof-state'));
    const value = licenceText(idOf(4), { status: 'revoked' });
    await expect(verify({ value })).rejects.toEqual(refusal('licence-proof-state'));
    await expect(verify({ value: null })).rejects.toEqual(refusal('licence-proof-state'));
    const state = referenceProof(sample.state, licenceKey(OTHER_NUMBER));
    await expect(verify({ value: null, state })).rejects.toEqual(refusal('licence-proof-state'));
  });

  it("refuses another licence's or another block's state proof", async () => {
    const state = referenceProof(sample.state, `case/${idOf(1)}`);
    await expect(verify({ state })).rejects.toEqual(refusal('licence-proof-state'));
    const earlier = await proofOf(sample, 4);
    await expect(verify({ block: earlier })).rejects.toEqual(refusal('licence-proof-state'));
    const middle = await proofOf(sample, 9);
    await expect(verify({ block: middle })).rejects.toEqual(refusal('licence-proof-state'));
  });

  it("refuses a block's state root that is not under the log", async () => {
    const forged = await withBlock(
      new Map([[licenceKey(NUMBER), licenceText(idOf(4), { status: 'valid', since: 1 })]]),
    );
    const parts = parseTlogProof(proof.block);
    const block = formatTlogProof({ ...parts, extra: forged.entries[15] });
    const value = forged.state.get(licenceKey(NUMBER)) as string;
    const state = referenceProof(forged.state, licenceKey(NUMBER));
    await expect(verify({ block, value, state })).rejects.toEqual(refusal('receipt-inclusion'));
  });

  it('refuses a transaction in place of the block entry', async () => {
    await expect(verify({ block: await proofOf(sample, 5) })).rejects.toEqual(refusal('receipt-entry-type'));
  });

  it('refuses a value that the state has but that is no licence', async () => {
    const odd = await withBlock(new Map([[licenceKey(OTHER_NUMBER), '{"kind":"x"}']]));
    const key = licenceKey(OTHER_NUMBER);
    const claim = { number: OTHER_NUMBER, value: '{"kind":"x"}', state: referenceProof(odd.state, key) };
    const block = await proofOf(odd, 15);
    await expect(verifyLicenceProof(formatLicenceProof({ ...without(), ...claim, block }), { trust })).rejects.toEqual(
      refusal('licence-record-member'),
    );
  });

  it('refuses a receipt of any transaction but the one that issued it', async () => {
    for (const index of [0, 1, 3, 6, 10]) {
      const transaction = await proofOf(sample, index);
      await expect(verify({ transaction })).rejects.toEqual(refusal('licence-proof-transaction'));
    }
    await expect(verify({ transaction: await proofOf(sample, 4) })).rejects.toEqual(refusal('receipt-entry-type'));
    await expect(verify({ transaction: '' })).rejects.toEqual(refusal('tlog-proof-malformed'));
  });

  it.each([
    ['of another number in the same case', { number: OTHER_NUMBER, case: idOf(4) }, 3],
    ['of this number in another case', { number: NUMBER, case: idOf(1) }, 3],
    ['of a later height than the block', { number: NUMBER, case: idOf(4) }, 4],
  ])('refuses the receipt of an issue %s', async (_, facts, height) => {
    const odd = await sampleLog();
    put(odd, await transactionEntry(20, { events: [['licence.issued', facts]] }, {}, height));
    const stateRoot = referenceRoot(odd.state);
    const previous = new Uint8Array(32);
    put(odd, encodeBlockEntry({ height: 3, time: 5, protocol: 1, transactions: 1, events: [], stateRoot, previous }));
    const [transaction, block] = [await proofOf(odd, 15), await proofOf(odd, 16)];
    await expect(verify({ transaction, block })).rejects.toEqual(refusal('licence-proof-transaction'));
  });

  it('refuses the receipt of an issue that stands after the block', async () => {
    const later = await sampleLog();
    const outcome = { events: [['licence.issued', { number: NUMBER, case: idOf(4) }] as const] };
    put(later, await transactionEntry(20, outcome, {}, 2));
    const transaction = await proofOf(later, 15);
    await expect(verify({ transaction })).rejects.toEqual(refusal('licence-proof-transaction'));
  });

  it('refuses a receipt beside a proof of absence', async () => {
    const absent = parseLicenceProof(await licenceProofText(sample, { number: OTHER_NUMBER }));
    const both = formatLicenceProof({ ...absent, transaction: proof.transaction as string });
    await expect(verifyLicenceProof(both, { trust })).rejects.toEqual(refusal('licence-proof-transaction'));
  });

  it('refuses two parts from two histories of one size', async () => {
    const other = await sampleLog();
    put(other, bytesOf('a'));
    const same = await sampleLog();
    put(same, bytesOf('b'));
    const transaction = await proofOf(other, ISSUE_INDEX);
    const block = await proofOf(same, BLOCK_INDEX);
    await expect(verify({ transaction, block })).rejects.toEqual(refusal('checkpoints-forked'));
  });

  it('is at most 8 KB, the transaction included', () => {
    expect(bytesOf(text).length).toBeLessThan(8192);
  });
});

describe('the text of a licence proof', () => {
  it('and its parts are each other', () => {
    expect(formatLicenceProof(proof)).toBe(text);
    expect(parseLicenceProof(formatLicenceProof(without()))).toEqual(without());
  });

  const json = JSON.parse(text) as Record<string, unknown>;
  const { state: _state, ...noState } = json;
  it.each([
    ['another version', { ...json, v: 1 }, 'licence-proof-members'],
    ['another type', { ...json, type: 'minglu-licence' }, 'licence-proof-members'],
    ['a member more', { ...json, more: 1 }, 'licence-proof-members'],
    ['a member less', noState, 'licence-proof-members'],
    ['a number of 17 characters', { ...json, number: NUMBER.slice(1) }, 'licence-proof-member'],
    ['a number that is one', { ...json, number: 9 }, 'licence-proof-member'],
    ['a value that is an object', { ...json, value: {} }, 'licence-proof-member'],
    ['no block', { ...json, block: null }, 'licence-proof-member'],
    ['a transaction that is null', { ...json, transaction: null }, 'licence-proof-member'],
    ['a state that is null', { ...json, state: null }, 'state-proof-members'],
  ])('with %s is refused', (_, wrong, code) => {
    expect(() => parseLicenceProof(JSON.stringify(wrong))).toThrow(refusal(code));
  });

  it('with white space, a member twice, or past the limit is refused', () => {
    expect(() => parseLicenceProof(` ${text}`)).toThrow(refusal('json-not-canonical'));
    expect(() => parseLicenceProof(text.replace('{"v":0,', '{"v":0,"v":0,'))).toThrow(refusal('json-not-canonical'));
    expect(() => parseLicenceProof('x'.repeat(MAX_LICENCE_PROOF_LENGTH + 1))).toThrow(refusal('json-too-long'));
  });
});
