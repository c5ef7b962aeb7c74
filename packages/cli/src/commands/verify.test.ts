import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  base64Decode,
  concatBytes,
  documentKey,
  encodeBlockEntry,
  encodeTransactionEntry,
  formatCheckpointBody,
  formatDocumentProof,
  formatNote,
  formatTlogProof,
  leafHash,
  readSealedDocument,
  sha256,
  signCheckpoint,
  signerFromSecret,
  signTransaction,
  signTrustFile,
  utf8Encode,
  vkeyOf,
} from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import vectors from '../../../../vectors/protocol/sealed-documents.json' with { type: 'json' };
import { runCommand } from '../run-command.ts';
import { paperPower } from '../testing/paper-power.ts';

const ORIGIN = 'minglu.example/test';
const log = signerFromSecret('Ed25519', sha256(utf8Encode('log')));
const citizen = signerFromSecret('ES256', sha256(utf8Encode('citizen')));

let directory: string;
let receipt: string;

async function noteOf(size: number, root: Uint8Array): Promise<string> {
  const body = formatCheckpointBody({ origin: ORIGIN, size, root });
  return formatNote(body, [await signCheckpoint(body, { name: ORIGIN, signer: log })]);
}

async function check(name: string, text: string, ...more: string[]) {
  const file = join(directory, name);
  await writeFile(file, text);
  const power = paperPower('verify', file, ...more);
  return { code: await runCommand(power), printed: power.printed.join('\n'), warned: power.warned.join('\n') };
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'verify-'));
  const logKeys = [vkeyOf(ORIGIN, 'log', log.publicKey)];
  const trust = await signTrustFile({ version: 1, origin: ORIGIN, logKeys, witnesses: [], threshold: 0 }, log);
  await writeFile(join(directory, 'trust.json'), trust);
  const draft = { chain: ORIGIN, id: 'AAAAAAAAAAAAAAAAAAAAAA', deed: 'cases.submit', notAfter: 1, body: {} };
  const jws = await signTransaction(draft, citizen, { embedKey: true });
  const entry = encodeTransactionEntry({ height: 0, jws, outcome: { events: [] } });
  const checkpoint = await noteOf(1, leafHash(entry));
  receipt = formatTlogProof({ extra: entry, index: 0, path: [], checkpoint });
});

afterEach(() => rm(directory, { recursive: true }));

test('a receipt beside its trust file verifies, and says what was checked', async () => {
  const { code, printed } = await check('case.tlog-proof', receipt);
  expect(code).toBe(0);
  expect(printed).toContain('cases.submit AAAAAAAAAAAAAAAAAAAAAA');
  expect(printed).toContain('verified');
  const json = await check('case.tlog-proof', receipt, '--json');
  expect(JSON.parse(json.printed)).toMatchObject({ verified: true, kind: 'receipt', transactionSignature: 'checked' });
});

test('with the trust file of a cluster it takes as many members as that wants, and says how many signed', async () => {
  const members = [log, ...[2, 3, 4].map((seed) => signerFromSecret('Ed25519', new Uint8Array(32).fill(seed)))];
  const logKeys = members.map(({ publicKey }) => vkeyOf(ORIGIN, 'log', publicKey));
  const draft = { version: 1, origin: ORIGIN, logKeys, quorum: 3, witnesses: [], threshold: 0 };
  await writeFile(join(directory, 'trust.json'), await signTrustFile(draft, log));
  const body = receipt.slice(receipt.indexOf(`${ORIGIN}\n`), receipt.lastIndexOf('\n\n') + 1);
  const lines = await Promise.all(members.map((signer) => signCheckpoint(body, { name: ORIGIN, signer })));
  const signedBy = (count: number) =>
    receipt.slice(0, receipt.lastIndexOf('\n\n') + 2) + lines.slice(0, count).join('');
  const three = await check('case.tlog-proof', signedBy(3));
  expect([three.code, three.printed]).toEqual([0, expect.stringContaining('3 of 4, wanted 3')]);
  const two = await check('case.tlog-proof', signedBy(2), '--json');
  expect([two.code, JSON.parse(two.printed)]).toEqual([
    1,
    { verified: false, code: 'checkpoint-quorum', facts: { lines: 2, quorum: 3 } },
  ]);
});

test('a receipt with one byte changed fails with the part that failed and exit code 1', async () => {
  const at = receipt.indexOf('extra ') + 20;
  const changed = receipt.slice(0, at) + (receipt[at] === 'A' ? 'B' : 'A') + receipt.slice(at + 1);
  const { code, printed } = await check('case.tlog-proof', changed);
  expect(code).toBe(1);
  expect(printed).toContain('NOT verified');
});

test('a receipt of another log fails', async () => {
  const thief = signerFromSecret('Ed25519', sha256(utf8Encode('thief')));
  const logKeys = [vkeyOf(ORIGIN, 'log', thief.publicKey)];
  const trust = await signTrustFile({ version: 1, origin: ORIGIN, logKeys, witnesses: [], threshold: 0 }, thief);
  const other = join(directory, 'other.json');
  await writeFile(other, trust);
  expect((await check('case.tlog-proof', receipt, '--trust', other)).code).toBe(1);
});

test('evidence of a fork is checked against the trust file alone', async () => {
  const kept = { v: 0, type: 'minglu-log-evidence', kind: 'fork', origin: ORIGIN, observer: 'w', olderFrom: 'w' };
  const pair = { newerFrom: 'log', seenAt: 1, older: await noteOf(3, sha256(utf8Encode('a'))) };
  const fork = { ...kept, ...pair, newer: await noteOf(3, sha256(utf8Encode('b'))) };
  const { code, printed } = await check('fork.json', JSON.stringify(fork));
  expect(code).toBe(0);
  expect(printed).toContain('signed two histories');
  const same = { ...fork, newer: fork.older };
  expect((await check('same.json', JSON.stringify(same))).code).toBe(1);
});

/** A ledger in whose state nothing stands but this document, or another one. */
async function documentProof(bytes: Uint8Array, isListed = true): Promise<string> {
  const { digest, certificate, stamp } = await readSealedDocument(bytes);
  const record = { org: 'market', organName: '局', certificate, stamp: stamp?.authority ?? '', since: 1 };
  const value = JSON.stringify(record);
  const key = documentKey(isListed ? digest : 'another');
  const path = sha256(utf8Encode(key));
  const valueHash = sha256(utf8Encode(value));
  const stateRoot = sha256(concatBytes(Uint8Array.of(0), path, valueHash));
  const block = {
    height: 0,
    time: 1,
    protocol: 3,
    transactions: 0,
    events: [],
    stateRoot,
    previous: new Uint8Array(32),
  };
  const entry = encodeBlockEntry(block);
  const proved = formatTlogProof({ extra: entry, index: 0, path: [], checkpoint: await noteOf(1, leafHash(entry)) });
  const state = { depth: 0, siblings: [], ...(isListed ? {} : { other: { path, valueHash } }) };
  return formatDocumentProof({ digest, value: isListed ? value : null, state, block: proved });
}

test('a sealed document verifies with the ledger’s proof beside it, and without one, or listed by nobody, it does not', async () => {
  const bytes = base64Decode(vectors.stamped);
  const path = join(directory, '文书.pdf');
  await writeFile(path, bytes);
  const verify = async (...more: string[]) => {
    const power = paperPower('verify', path, '--json', ...more);
    const code = await runCommand(power);
    return { code, said: JSON.parse(power.printed.join('')) };
  };
  expect(await verify()).toMatchObject({ code: 1, said: { verified: false, code: 'document-proof-missing' } });
  await writeFile(`${path}.proof.json`, await documentProof(bytes));
  const { code, said } = await verify();
  expect([code, said.kind, said.org, said.stampedAt]).toEqual([0, 'document', 'market', Date.UTC(2026, 5, 3, 8)]);
  const absent = join(directory, 'absent.json');
  await writeFile(absent, await documentProof(bytes, false));
  expect(await verify('--proof', absent)).toMatchObject({ code: 1, said: { code: 'document-not-listed' } });
  const changed = Uint8Array.from(bytes);
  changed[10] = 0x32;
  await writeFile(path, changed);
  expect(await verify()).toMatchObject({ code: 1, said: { code: 'document-digest' } });
});

test('what is no such file, or cannot be read, is asked wrongly: exit code 2', async () => {
  expect((await check('other.txt', 'hello')).code).toBe(2);
  expect(await runCommand(paperPower('verify'))).toBe(2);
  expect(await runCommand(paperPower('verify', join(directory, 'nothing')))).toBe(2);
  expect(await runCommand(paperPower('nonsense'))).toBe(2);
  const { code } = await check('case.tlog-proof', receipt, '--trust', join(directory, 'nothing'));
  expect(code).toBe(2);
});
