import { describe, expect, it } from 'vitest';
import vectors from '../../../../vectors/protocol/sealed-documents.json' with { type: 'json' };
import { base64Decode } from '../encoding/base64.ts';
import { encodeBlockEntry } from '../entry/encode-entry.ts';
import { referenceProof, referenceRoot } from '../evidence/testing/reference-state.ts';
import { proofOf, put, sampleLog, trust } from '../evidence/testing/sample-evidence.ts';
import { formatDocumentProof, parseDocumentProof } from './document-proof.ts';
import { documentKey, readDocumentRecord } from './document-record.ts';
import { isPdf, readSealedDocument } from './read-sealed-document.ts';
import { getListing, verifyDocument } from './verify-document.ts';

const unstamped = base64Decode(vectors.unstamped);
const stamped = base64Decode(vectors.stamped);
const refusal = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'ProtocolError', code, ...(facts === undefined ? {} : { facts }) });

/** Where the hex of the signature begins in the file. */
const HOLE = 89 + 1;

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
}

/** The last hex digit of the DER; behind it come zeros. */
function lastDigit(bytes: Uint8Array): number {
  let at = bytes.length - 20;
  while (bytes[at] === 0x30 || bytes[at] === 0x3e) at -= 1;
  return at;
}

describe('reading a sealed document', () => {
  it('finds whose certificate it is, and the time stamp where there is one', async () => {
    const plain = await readSealedDocument(unstamped);
    expect(plain).toMatchObject({ organ: '东湖区市场监督管理局（演示）', stamp: undefined });
    expect(plain.sealName).toContain('样章');
    const { stamp, certificate } = await readSealedDocument(stamped);
    expect(stamp).toMatchObject({ timeMs: Date.UTC(2026, 5, 3, 8), authorityName: '云岭省时间戳服务中心（演示）' });
    expect(certificate).toBe(plain.certificate);
    expect([isPdf(stamped), isPdf(Uint8Array.of(0x7b))]).toEqual([true, false]);
  });

  it.each([
    ['a file without a seal', unstamped.subarray(0, 20), 'document-unsealed'],
    ['a byte changed outside the seal', changed(unstamped, 10, 0x32), 'document-digest'],
    ['bytes added behind', Uint8Array.from([...unstamped, 0x0a]), 'document-range'],
    ['something else than hex in the seal', changed(unstamped, HOLE + 20, 0x7a), 'document-range'],
    ['bytes behind the signature', changed(unstamped, unstamped.length - 20, 0x31), 'document-range'],
    ['a seal that is no CMS', changed(unstamped, HOLE + 1, 0x31), 'document-malformed'],
    ['another signature', changed(unstamped, lastDigit(unstamped), 0x30), 'document-signature'],
    ['the certificate of somebody else’s key', base64Decode(vectors.certificateOfAnother), 'document-signature'],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(readSealedDocument(bytes)).rejects.toEqual(refusal(code));
  });

  it('refuses a certificate that was changed, for the signature names another', async () => {
    const text = new TextDecoder('latin1').decode(unstamped);
    // 样章 in its subject, made 真章; issuer and signer's name stand before and behind it.
    const at = text.indexOf('e6a0b7e7aba0', text.indexOf('e6a0b7e7aba0') + 1);
    const touched = [...'e79c9fe7aba0'].reduce(
      (bytes, digit, i) => changed(bytes, at + i, digit.charCodeAt(0)),
      unstamped,
    );
    await expect(readSealedDocument(touched)).rejects.toEqual(refusal('document-certificate'));
  });

  it('refuses a stamp over something else, and one by a certificate that may not stamp', async () => {
    const over = readSealedDocument(base64Decode(vectors.stampOverOtherBytes));
    await expect(over).rejects.toEqual(refusal('document-stamp', { part: 'imprint' }));
    const by = readSealedDocument(base64Decode(vectors.stampByNoAuthority));
    await expect(by).rejects.toEqual(refusal('document-stamp', { part: 'certificate' }));
  });

  it('is broken by a changed digit anywhere in it, or names the same seal of another file, which the ledger then does not know', async () => {
    const whole = await readSealedDocument(stamped);
    const end = lastDigit(stamped);
    for (let at = HOLE; at <= end; at += 31) {
      const digit = stamped[at] === 0x30 ? 0x31 : 0x30;
      try {
        const read = await readSealedDocument(changed(stamped, at, digit));
        // A stamp is not signed by the seal: whoever breaks its name takes it away, and no more.
        const { stamp = whole.stamp } = read;
        expect({ ...read, stamp, digest: '' }).toEqual({ ...whole, digest: '' });
        expect(read.digest).not.toBe(whole.digest);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ProtocolError' });
      }
    }
  });
});

const { digest, certificate, stamp } = await readSealedDocument(stamped);
const since = 1_700_000_000_000;
const record = { org: 'market', organName: '东湖区市场监督管理局', certificate, stamp: stamp?.authority ?? '', since };

/** A proof of what the ledger says of the digest, with this record or none. */
async function proofWith(value: object | undefined, of = digest): Promise<string> {
  const log = await sampleLog();
  if (value !== undefined) log.state.set(documentKey(of), JSON.stringify(value));
  const stateRoot = referenceRoot(log.state);
  const previous = new Uint8Array(32);
  put(log, encodeBlockEntry({ height: 3, time: 5, protocol: 3, transactions: 0, events: [], stateRoot, previous }));
  const state = referenceProof(log.state, documentKey(of));
  const text = value === undefined ? null : JSON.stringify(value);
  return formatDocumentProof({ digest: of, value: text, state, block: await proofOf(log, log.entries.length - 1) });
}

const verify = async (proof: string | undefined, bytes = stamped) => await verifyDocument(bytes, proof, { trust });

describe('verifying a document by the ledger', () => {
  it('gives the organ that listed it, and who saw that', async () => {
    const verified = await verify(await proofWith(record));
    expect(getListing(verified)).toMatchObject({ record, policyMet: true });
  });

  it('tells a document that no organ listed, and one without a proof, from one that is an organ’s', async () => {
    const unlisted = await verify(await proofWith(undefined));
    expect(unlisted.listed?.record).toBeUndefined();
    expect(() => getListing(unlisted)).toThrow('document-not-listed');
    const alone = await verify(undefined);
    expect(() => getListing(alone)).toThrow('document-proof-missing');
  });

  it.each([
    ['under another certificate', { ...record, certificate: digest }, 'document-other-seal'],
    ['stamped by another authority than the organ’s', { ...record, stamp: digest }, 'document-stamp-authority'],
    [
      'of an organ that uses no stamps',
      { org: 'market', organName: '局', certificate, since },
      'document-stamp-authority',
    ],
    ['of no organ', { ...record, org: '' }, 'document-record-member'],
  ])('refuses a document %s', async (_what, value, code) => {
    await expect(verify(await proofWith(value))).rejects.toEqual(refusal(code));
  });

  it('refuses a proof of another document, a false one, and what is none', async () => {
    const good = await proofWith(record);
    await expect(verify(good, unstamped)).rejects.toEqual(refusal('document-proof-digest'));
    const parsed = parseDocumentProof(good);
    const lied = formatDocumentProof({ ...parsed, value: JSON.stringify({ ...record, org: 'thief' }) });
    await expect(verify(lied)).rejects.toEqual(refusal('document-proof-state'));
    await expect(verify('{"v":0,"type":"minglu-licence-proof"}')).rejects.toEqual(refusal('document-proof-members'));
    const short = formatDocumentProof({ ...parsed, digest: 'x' });
    await expect(verify(short)).rejects.toEqual(refusal('document-proof-member'));
  });

  it('reads a record with members of later versions, and refuses a wrong one', () => {
    expect(readDocumentRecord(JSON.stringify({ ...record, later: 1 }))).toEqual(record);
    for (const wrong of [{ since: -1 }, { organName: '' }, { stamp: 'x' }])
      expect(() => readDocumentRecord(JSON.stringify({ ...record, ...wrong }))).toThrow('document-record-member');
  });
});
