import {
  base64urlEncode,
  cosign,
  encodeBlockEntry,
  encodeTransactionEntry,
  formatCheckpointBody,
  formatLicenceProof,
  formatNote,
  formatTlogProof,
  leafHash,
  licenceKey,
  type MemoryTree,
  memoryTree,
  type SecretSigner,
  type StateProof,
  sha256,
  signCheckpoint,
  signerFromSecret,
  signTransaction,
  stateBit,
  stateLeafHash,
  stateNodeHash,
  statePath,
  stateValueHash,
  type TrustPolicy,
  utf8Encode,
  vkeyOf,
} from '@minglu/protocol';

/** A whole history of a small log, from which evidence is cut and against whose truth every verdict is held. */
export interface SampleHistory {
  readonly origin: string;
  readonly trust: TrustPolicy;
  readonly entries: readonly Uint8Array[];
  readonly tree: MemoryTree;
  /** The state after each block, by height. */
  readonly states: readonly ReadonlyMap<string, string>[];
  /** Licence numbers, each issued by the transaction at the index beside it. */
  readonly licences: readonly { readonly number: string; readonly issuedAt: number }[];
  /** Index of each block's entry, by height. */
  readonly blocks: readonly number[];
  /** Checkpoints of several sizes, each with the lines of some witnesses. */
  readonly checkpoints: readonly SampleCheckpoint[];
}

export interface SampleCheckpoint {
  readonly size: number;
  readonly text: string;
  /** Names of the witnesses that really cosigned it. */
  readonly seenBy: readonly string[];
}

export interface HistoryOptions {
  readonly origin: string;
  /** Secrets of the log and of its witnesses follow from this. */
  readonly keys: number;
  /** What is told in the history; another seed is another history. */
  readonly story: number;
}

const BLOCKS = 8;
const PER_BLOCK = 5;
const WITNESSES = ['w1.example', 'w2.example', 'w3.example'];

const secretOf = (text: string): Uint8Array => sha256(utf8Encode(text));
const idOf = (text: string): string => base64urlEncode(secretOf(text).subarray(0, 16));

export async function sampleHistory({ origin, keys, story }: HistoryOptions): Promise<SampleHistory> {
  const log = signerFromSecret('Ed25519', secretOf(`log ${keys}`));
  const witnesses = WITNESSES.map((name) => ({
    name,
    signer: signerFromSecret('Ed25519', secretOf(`${name} ${keys}`)),
  }));
  const history = {
    origin,
    trust: {
      origin,
      logKeys: [vkeyOf(origin, 'log', log.publicKey)],
      witnesses: witnesses.map(({ name, signer }) => vkeyOf(name, 'witness', signer.publicKey)),
      threshold: 2,
    },
    entries: [] as Uint8Array[],
    tree: memoryTree(),
    states: [] as Map<string, string>[],
    licences: [] as { number: string; issuedAt: number }[],
    blocks: [] as number[],
    checkpoints: [] as SampleCheckpoint[],
  };
  for (let height = 0; height < BLOCKS; height += 1) await addBlock(history, height, story);
  for (const [size, seen] of [
    [24, 3],
    [36, 2],
    [47, 1],
    [48, 3],
  ] as const) {
    history.checkpoints.push(await checkpointOf(history, size, log, witnesses.slice(0, seen)));
  }
  return history;
}

type Growing = { -readonly [Member in keyof SampleHistory]: SampleHistory[Member] } & {
  readonly entries: Uint8Array[];
  readonly states: Map<string, string>[];
  readonly licences: { number: string; issuedAt: number }[];
  readonly blocks: number[];
};

async function addBlock(history: Growing, height: number, story: number): Promise<void> {
  const state = new Map(history.states.at(-1) ?? []);
  for (let at = 0; at < PER_BLOCK; at += 1) {
    const name = `case ${story} ${height} ${at}`;
    const number = `92330100MA${height}${at}CDE${story % 10}1A`;
    const issues = at % 2 === 0;
    const signer = signerFromSecret('ES256', secretOf(name));
    const body = { service: 'individual-business-registration', tradeName: `好味道 ${height}-${at}`, region: '330106' };
    const draft = { chain: history.origin, id: idOf(name), deed: 'cases.submit', notAfter: 1_700_000_000_000, body };
    const jws = await signTransaction(draft, signer, { embedKey: at !== 3 });
    const outcome = issues
      ? { events: [['licence.issued', { number, case: idOf(name) }] as const] }
      : { refused: 'applicant-too-young', facts: {} };
    if (issues) {
      state.set(licenceKey(number), licenceText(idOf(name)));
      history.licences.push({ number, issuedAt: history.entries.length });
    }
    put(history, encodeTransactionEntry({ height, jws, outcome }));
  }
  const [first] = history.licences;
  if (height === 4 && first !== undefined) {
    const key = licenceKey(first.number);
    state.set(key, (state.get(key) ?? '').replace('"valid"', '"revoked"'));
  }
  history.states.push(state);
  history.blocks.push(history.entries.length);
  const block = { height, time: 1_700_000_000_000 + height, protocol: 1, transactions: PER_BLOCK, events: [] };
  put(history, encodeBlockEntry({ ...block, stateRoot: stateRootOf(state), previous: secretOf(`previous ${height}`) }));
}

function licenceText(caseId: string): string {
  return JSON.stringify({
    kind: 'individual-business',
    organ: 'market-regulation',
    organName: '市场监督管理局',
    service: 'individual-business-registration',
    case: caseId,
    tradeName: '好味道小吃店',
    scope: ['6210'],
    region: '330106',
    operator: base64urlEncode(secretOf(caseId)),
    status: 'valid',
    since: 1_700_000_000_000,
    issuedAt: 1_700_000_000_000,
  });
}

function put({ entries, tree }: Growing, entry: Uint8Array): void {
  entries.push(entry);
  tree.append(leafHash(entry));
}

async function checkpointOf(
  { origin, tree }: Pick<SampleHistory, 'origin' | 'tree'>,
  size: number,
  log: SecretSigner,
  witnesses: readonly { readonly name: string; readonly signer: SecretSigner }[],
): Promise<SampleCheckpoint> {
  const body = formatCheckpointBody({ origin, size, root: tree.at(size).root });
  const lines = [await signCheckpoint(body, { name: origin, signer: log })];
  for (const witness of witnesses) lines.push(await cosign(body, { ...witness, timeSeconds: 1_700_000_000 + size }));
  return { size, text: formatNote(body, lines), seenBy: witnesses.map(({ name }) => name) };
}

/** The receipt of an entry under one of the history's checkpoints. */
export function receiptOf(history: SampleHistory, index: number, checkpoint: SampleCheckpoint): string {
  const path = history.tree.at(checkpoint.size).inclusionPath(index);
  return formatTlogProof({ extra: history.entries[index], index, path, checkpoint: checkpoint.text });
}

/** The licence proof of a number by the block of a height; `issuedAt` adds the receipt of the issue. */
export function licenceProofOf(history: SampleHistory, number: string, height: number, issuedAt?: number): string {
  const checkpoint = history.checkpoints.at(-1) as SampleCheckpoint;
  const state = history.states[height] ?? new Map<string, string>();
  const key = licenceKey(number);
  const block = receiptOf(history, history.blocks[height] ?? 0, checkpoint);
  const proof = { number, value: state.get(key) ?? null, state: stateProofOf(state, key), block };
  return formatLicenceProof(
    issuedAt === undefined ? proof : { ...proof, transaction: receiptOf(history, issuedAt, checkpoint) },
  );
}

type Leaf = readonly [path: Uint8Array, valueHash: Uint8Array];

function leavesOf(state: ReadonlyMap<string, string>): Leaf[] {
  return [...state].map(([key, value]) => [statePath(key), stateValueHash(value)]);
}

function stateRootOf(state: ReadonlyMap<string, string>): Uint8Array {
  return subtree(leavesOf(state), 0);
}

function subtree(leaves: readonly Leaf[], depth: number): Uint8Array {
  const [first, second] = leaves;
  if (first === undefined) return new Uint8Array(32);
  if (second === undefined) return stateLeafHash(first[0], first[1]);
  return stateNodeHash(subtree(side(leaves, depth, 0), depth + 1), subtree(side(leaves, depth, 1), depth + 1));
}

function side(leaves: readonly Leaf[], depth: number, bit: number): Leaf[] {
  return leaves.filter(([path]) => stateBit(path, depth) === bit);
}

/** The proof of a key, present or absent, by the definition of the tree: slow and plain. */
export function stateProofOf(state: ReadonlyMap<string, string>, key: string): StateProof {
  const path = statePath(key);
  const siblings: (Uint8Array | undefined)[] = [];
  let leaves = leavesOf(state);
  for (let depth = 0; leaves.length > 1; depth += 1) {
    const bit = stateBit(path, depth);
    const beside = side(leaves, depth, 1 - bit);
    siblings.push(beside.length === 0 ? undefined : subtree(beside, depth + 1));
    leaves = side(leaves, depth, bit);
  }
  const proof = { depth: siblings.length, siblings };
  const [last] = leaves;
  if (last === undefined || last[0].every((byte, at) => byte === path[at])) return proof;
  return { ...proof, other: { path: last[0], valueHash: last[1] } };
}
