import { base64urlEncode } from '../../encoding/base64url.ts';
import { sha256 } from '../../encoding/sha256.ts';
import { utf8Encode } from '../../encoding/utf8.ts';
import { encodeBlockEntry, encodeTransactionEntry } from '../../entry/encode-entry.ts';
import type { Outcome } from '../../entry/entry.ts';
import { type SecretSigner, signerFromSecret } from '../../keys/signer.ts';
import { formatCheckpointBody, signCheckpoint } from '../../log/checkpoint.ts';
import { cosign } from '../../log/cosign.ts';
import { type MemoryTree, memoryTree } from '../../log/memory-tree.ts';
import { leafHash } from '../../log/merkle-hash.ts';
import { formatNote } from '../../log/note.ts';
import { formatTlogProof } from '../../log/tlog-proof.ts';
import { vkeyOf } from '../../log/vkey.ts';
import { discloseCommitment } from '../../transaction/disclosure.ts';
import { signTransaction } from '../../transaction/sign-transaction.ts';
import { formatLicenceProof } from '../licence-proof.ts';
import { licenceKey } from '../licence-record.ts';
import type { TrustPolicy } from '../trust-file.ts';
import { referenceProof, referenceRoot } from './reference-state.ts';

// Material of tests: a small log with a licence in it, made as a node makes one.

export const ORIGIN = 'minglu.example/test';
export const NUMBER = '92330100MA2ABCDE1A';
export const OTHER_NUMBER = '92330100MA2ABCDE2B';
export const SALT = base64urlEncode(new Uint8Array(16).fill(7));
export const OPERATOR = '张三';

export const party = (name: string, seed: number): { name: string; signer: SecretSigner } => ({
  name,
  signer: signerFromSecret('Ed25519', new Uint8Array(32).fill(seed)),
});
export const log = party(ORIGIN, 1);
export const witnesses = [party('w1.example', 11), party('w2.example', 12), party('w3.example', 13)];
export const trust: TrustPolicy = {
  origin: ORIGIN,
  logKeys: [vkeyOf(ORIGIN, 'log', log.signer.publicKey)],
  witnesses: witnesses.map(({ name, signer }) => vkeyOf(name, 'witness', signer.publicKey)),
  threshold: 2,
};

export const idOf = (seed: number): string => base64urlEncode(sha256(Uint8Array.of(seed)).subarray(0, 16));

export function licenceText(caseId: string, over: Record<string, unknown> = {}): string {
  return JSON.stringify({
    kind: 'some-business',
    organ: 'market-regulation',
    organName: '市场监督管理局',
    service: 'some-registration',
    case: caseId,
    tradeName: '西湖区好味道小吃店',
    scope: ['6210', '5219'],
    region: '330106',
    operator: discloseCommitment(SALT, OPERATOR),
    status: 'valid',
    since: 1_700_000_000_000,
    issuedAt: 1_700_000_000_000,
    ...over,
  });
}

export async function transactionEntry(
  seed: number,
  outcome: Outcome,
  over: object = {},
  height = Math.floor(seed / 4),
): Promise<Uint8Array> {
  const embedKey = seed % 2 === 0;
  const signer = signerFromSecret('ES256', new Uint8Array(32).fill(seed + 1));
  const body = { service: 'some-registration', tradeName: `店 ${seed}` };
  const draft = { chain: ORIGIN, id: idOf(seed), deed: 'cases.submit', notAfter: 1_700_000_100_000, body, ...over };
  return encodeTransactionEntry({
    height,
    jws: await signTransaction(draft, signer, { embedKey }),
    outcome,
  });
}

export interface SampleLog {
  readonly entries: Uint8Array[];
  readonly tree: MemoryTree;
  readonly state: Map<string, string>;
}

/** Three blocks of four transactions and their block entries; transaction 4 (an even one) issues the licence. */
export async function sampleLog(): Promise<SampleLog> {
  const sample: SampleLog = { entries: [], tree: memoryTree(), state: new Map() };
  for (let height = 0; height < 3; height++) await addBlock(sample, height);
  return sample;
}

async function addBlock(sample: SampleLog, height: number): Promise<void> {
  for (let at = 0; at < 4; at++) {
    const seed = 4 * height + at;
    const issued: Outcome = { events: [['licence.issued', { number: NUMBER, case: idOf(seed) }]] };
    const plain: Outcome = at === 3 ? { refused: 'AGE', facts: {} } : { events: [] };
    put(sample, await transactionEntry(seed, seed === 4 ? issued : plain));
    sample.state.set(`case/${idOf(seed)}`, `{"at":${seed}}`);
  }
  if (height === 1) sample.state.set(licenceKey(NUMBER), licenceText(idOf(4)));
  const previous = new Uint8Array(32).fill(height);
  const stateRoot = referenceRoot(sample.state);
  put(
    sample,
    encodeBlockEntry({
      height,
      time: 1_700_000_000_000 + height,
      protocol: 1,
      transactions: 4,
      events: [],
      stateRoot,
      previous,
    }),
  );
}

export function put(sample: SampleLog, entry: Uint8Array): void {
  sample.entries.push(entry);
  sample.tree.append(leafHash(entry));
}

/** A checkpoint of the log with the log's line and those of the first `seen` witnesses. */
export async function checkpointAt({ tree }: SampleLog, seen = 3, size = tree.size): Promise<string> {
  const body = formatCheckpointBody({ origin: ORIGIN, size, root: tree.at(size).root });
  const lines = [await signCheckpoint(body, log)];
  for (const witness of witnesses.slice(0, seen))
    lines.push(await cosign(body, { ...witness, timeSeconds: 1_700_000_001 }));
  return formatNote(body, lines);
}

export async function proofOf(sample: SampleLog, index: number, seen = 3, size = sample.tree.size): Promise<string> {
  const path = sample.tree.at(size).inclusionPath(index);
  return formatTlogProof({
    extra: sample.entries[index],
    index,
    path,
    checkpoint: await checkpointAt(sample, seen, size),
  });
}

export const BLOCK_INDEX = 14;
export const ISSUE_INDEX = 5;

export interface ProofOptions {
  readonly number?: string;
  readonly withTransaction?: boolean;
  readonly seen?: number;
}

/** The licence proof of a number, by the last block. */
export async function licenceProofText(sample: SampleLog, options: ProofOptions = {}): Promise<string> {
  const { number = NUMBER, withTransaction = false, seen = 3 } = options;
  const key = licenceKey(number);
  const proof = {
    number,
    value: sample.state.get(key) ?? null,
    state: referenceProof(sample.state, key),
    block: await proofOf(sample, BLOCK_INDEX, seen),
  };
  return formatLicenceProof(
    withTransaction ? { ...proof, transaction: await proofOf(sample, ISSUE_INDEX, seen) } : proof,
  );
}

export const flippedText = (text: string, at: number): string => {
  const unit = text.charCodeAt(at);
  const other = unit === 0x41 ? 'B' : 'A';
  return text.slice(0, at) + other + text.slice(at + 1);
};

export const bytesOf = utf8Encode;
