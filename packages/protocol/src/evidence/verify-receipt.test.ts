import { describe, expect, it } from 'vitest';
import { base64Encode } from '../encoding/base64.ts';
import { sha256 } from '../encoding/sha256.ts';
import { checkSignaturePure } from '../keys/check-signature.ts';
import { signCheckpoint } from '../log/checkpoint.ts';
import { cosign } from '../log/cosign.ts';
import { formatNote } from '../log/note.ts';
import { formatTlogProof, parseTlogProof } from '../log/tlog-proof.ts';
import { vkeyOf } from '../log/vkey.ts';
import {
  BLOCK_INDEX,
  bytesOf,
  checkpointAt,
  flippedText,
  idOf,
  log,
  party,
  proofOf,
  put,
  sampleLog,
  transactionEntry,
  trust,
  witnesses,
} from './testing/sample-evidence.ts';
import { verifyEntryProof } from './verify-entry-proof.ts';
import { verifyReceipt } from './verify-receipt.ts';

const sample = await sampleLog();
const receipt = await proofOf(sample, 5);
const parts = parseTlogProof(receipt);
const verify = (text: string, over: object = {}) => verifyReceipt(text, { trust, ...over });
const refusal = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });

describe('verifying a receipt', () => {
  it('gives the record, its outcome, its place, and who saw it', async () => {
    const verified = await verify(receipt);
    expect(verified).toMatchObject({ index: 5, transactionSignature: 'checked', policyMet: true });
    expect(verified.transaction.id).toBe(idOf(4));
    expect(verified.checkpoint.size).toBe(sample.tree.size);
    expect(verified.policy).toEqual({ seen: 3, threshold: 2, known: 3 });
    expect(verified.witnesses.map(({ name }) => name)).toEqual(['w1.example', 'w2.example', 'w3.example']);
  });

  it('takes every transaction of the log, under every later checkpoint', async () => {
    for (const index of [0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13]) {
      for (const size of [14, 15]) {
        const verified = await verify(await proofOf(sample, index, 0, size));
        expect(verified.entry).toMatchObject({ type: 'transaction', height: Math.floor(index / 5) });
      }
    }
  });

  it('says by whose word a signature of a registered key was checked', async () => {
    await expect(verify(await proofOf(sample, 6))).resolves.toMatchObject({ transactionSignature: 'by-log' });
  });

  it('holds without witnesses, and says that the policy is not met', async () => {
    for (const [seen, policyMet] of [
      [0, false],
      [1, false],
      [2, true],
    ] as const) {
      const verified = await verify(await proofOf(sample, 5, seen));
      expect(verified).toMatchObject({ policyMet, policy: { seen, threshold: 2, known: 3 } });
    }
  });

  it('counts one witness once, however many lines it adds', async () => {
    const { note } = (await verify(receipt)).checkpoint;
    const lines = [await signCheckpoint(note.text, log)];
    for (const timeSeconds of [1, 2, 3, 4]) lines.push(await cosign(note.text, { ...witnesses[0]!, timeSeconds }));
    const text = formatTlogProof({ ...parts, checkpoint: formatNote(note.text, lines) });
    await expect(verify(text)).resolves.toMatchObject({ policyMet: false, policy: { seen: 1 } });
  });

  it('of a cluster asks for as many members as the trust wants, and says how many signed', async () => {
    const members = [1, 2, 3, 4].map((seed) => party(trust.origin, seed));
    const logKeys = members.map(({ name, signer }) => vkeyOf(name, 'log', signer.publicKey));
    const cluster = { ...trust, logKeys, quorum: 3 };
    const { text } = (await verify(receipt)).checkpoint.note;
    const signedBy = async (...at: number[]) => {
      const lines = await Promise.all(at.map((one) => signCheckpoint(text, members[one]!)));
      return formatTlogProof({ ...parts, checkpoint: formatNote(text, lines) });
    };
    const verified = await verify(await signedBy(0, 2, 3), { trust: cluster });
    expect(verified.log).toEqual({ lines: 3, quorum: 3, known: 4 });
    await expect(verify(await signedBy(0, 2), { trust: cluster })).rejects.toEqual(refusal('checkpoint-quorum'));
    await expect(verify(receipt, { trust: cluster })).rejects.toEqual(refusal('checkpoint-quorum'));
    // Whoever knows one member's key alone takes that member's word, as before there were clusters.
    expect((await verify(await signedBy(0, 2, 3))).log).toEqual({ lines: 1, quorum: 1, known: 1 });
  });

  it('refuses any character changed anywhere, or gives the very same verdict', async () => {
    // Only the base64 of a line nobody is asked about may differ unseen; here every line is of a known key, so a
    // changed name or key id makes the line a stranger's, and its witness is no longer counted.
    const before = await verify(receipt);
    let refused = 0;
    for (let at = 0; at < receipt.length; at += 7) {
      try {
        const after = await verify(flippedText(receipt, at));
        expect(after.entry).toEqual(before.entry);
        expect(after.checkpoint.note.text).toBe(before.checkpoint.note.text);
        expect(after.policy.seen).toBeLessThan(before.policy.seen);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ProtocolError' });
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(receipt.length / 7 / 2);
  });

  it('refuses another index, size or path', async () => {
    for (const index of [0, 4, 6, 14]) {
      await expect(verify(formatTlogProof({ ...parts, index }))).rejects.toEqual(refusal('receipt-inclusion'));
    }
    await expect(verify(formatTlogProof({ ...parts, index: 15 }))).rejects.toEqual(refusal('receipt-inclusion'));
    const { path } = parts;
    for (const wrong of [path.slice(1), path.slice(0, -1), [...path, path[0]!], path.toReversed(), []]) {
      await expect(verify(formatTlogProof({ ...parts, path: wrong }))).rejects.toEqual(refusal('receipt-inclusion'));
    }
    const older = await checkpointAt(sample, 3, 14);
    await expect(verify(formatTlogProof({ ...parts, checkpoint: older }))).rejects.toEqual(
      refusal('receipt-inclusion'),
    );
  });

  it("refuses another record in this one's place", async () => {
    const extra = sample.entries[6];
    await expect(verify(formatTlogProof({ ...parts, extra }))).rejects.toEqual(refusal('receipt-inclusion'));
    const spliced = `${new TextDecoder().decode(parts.extra).slice(0, -1)} }`;
    await expect(verify(formatTlogProof({ ...parts, extra: bytesOf(spliced) }))).rejects.toEqual(
      refusal('json-not-canonical'),
    );
  });

  it('refuses a receipt without its record', async () => {
    await expect(verify(formatTlogProof({ ...parts, extra: undefined }))).rejects.toEqual(
      refusal('receipt-entry-missing'),
    );
  });

  it('refuses the proof of a block entry, which `verifyEntryProof` takes', async () => {
    const block = await proofOf(sample, BLOCK_INDEX);
    await expect(verify(block)).rejects.toEqual(refusal('receipt-entry-type'));
    await expect(verifyEntryProof(block, { trust })).resolves.toMatchObject({ entry: { type: 'block', height: 2 } });
  });

  it('refuses a checkpoint that no log key signed, whoever cosigned it', async () => {
    const { text } = (await verify(receipt)).checkpoint.note;
    const lines = await Promise.all(witnesses.map((witness) => cosign(text, { ...witness, timeSeconds: 5 })));
    const unsigned = formatTlogProof({ ...parts, checkpoint: formatNote(text, lines) });
    await expect(verify(unsigned)).rejects.toEqual(refusal('checkpoint-not-signed'));
    const stranger = party(trust.origin, 77);
    const foreign = formatNote(text, [await signCheckpoint(text, stranger), ...lines]);
    await expect(verify(formatTlogProof({ ...parts, checkpoint: foreign }))).rejects.toEqual(
      refusal('checkpoint-not-signed'),
    );
  });

  it('refuses a log of another origin, also under the same key', async () => {
    const text = `other.example\n15\n${base64Encode(sample.tree.at().root)}\n`;
    const checkpoint = formatNote(text, [await signCheckpoint(text, { ...log, name: 'other.example' })]);
    await expect(verify(formatTlogProof({ ...parts, checkpoint }))).rejects.toEqual(refusal('checkpoint-origin'));
  });

  it('refuses a transaction of another chain that the log took in', async () => {
    const dishonest = await sampleLog();
    put(dishonest, await transactionEntry(20, { events: [] }, { chain: 'other.example' }));
    await expect(verify(await proofOf(dishonest, 15))).rejects.toEqual(refusal('receipt-chain'));
  });

  it("refuses a case's transaction that its key did not sign, though the log took it in", async () => {
    const dishonest = await sampleLog();
    const entry = new TextDecoder().decode(await transactionEntry(20, { events: [] }));
    const other = new TextDecoder().decode(await transactionEntry(22, { events: [] }));
    const signatureOf = (json: string) => (JSON.parse(json) as { jws: string }).jws.split('.')[2] as string;
    put(dishonest, bytesOf(entry.replace(signatureOf(entry), signatureOf(other))));
    await expect(verify(await proofOf(dishonest, 15))).rejects.toEqual(refusal('receipt-transaction-signature'));
  });

  it('refuses an entry that the log took in but that is none', async () => {
    const dishonest = await sampleLog();
    put(dishonest, bytesOf('{"v":0,"type":"party"}'));
    await expect(verify(await proofOf(dishonest, 15))).rejects.toEqual(refusal('entry-members'));
  });

  it('asks the cryptography it is given', async () => {
    const asked = { signatures: 0, hashes: 0 };
    await verify(receipt, {
      checkSignature: async (...args: Parameters<typeof checkSignaturePure>) => {
        asked.signatures += 1;
        return checkSignaturePure(...args);
      },
      hash: (bytes: Uint8Array) => {
        asked.hashes += 1;
        return sha256(bytes);
      },
    });
    expect(asked.signatures).toBe(5);
    expect(asked.hashes).toBeGreaterThanOrEqual(parts.path.length + 1);
  });

  it('refuses a trust whose witnesses are others: their lines count for nothing', async () => {
    const others = [party('w8.example', 8), party('w9.example', 9)];
    const { vkeyOf } = await import('../log/vkey.ts');
    const keys = others.map(({ name, signer }) => vkeyOf(name, 'witness', signer.publicKey));
    await expect(verify(receipt, { trust: { ...trust, witnesses: keys } })).resolves.toMatchObject({
      policyMet: false,
      policy: { seen: 0, threshold: 2, known: 2 },
    });
  });

  it('of a 256-byte record is at most 4 KB in a log of a million, with three witnesses', () => {
    const jws = 'x'.repeat(900);
    const entry = bytesOf(`{"v":0,"type":"transaction","height":100000,"jws":"${jws}","outcome":{"events":[]}}`);
    const path = Array.from({ length: 20 }, () => new Uint8Array(32));
    const text = formatTlogProof({ ...parts, extra: entry, path });
    expect(bytesOf(text).length).toBeLessThan(4096);
  });
});
