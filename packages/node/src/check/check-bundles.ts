import {
  type BlockEntry,
  decodeEntryBundle,
  entriesPath,
  leafHash,
  nodeHash,
  parseEntry,
  parseTransaction,
  TILE_WIDTH,
  tilePath,
} from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Findings } from './findings.ts';
import type { FindAttachment } from './scan-attachments.ts';

const BLOCK_START = Buffer.from('{"v":0,"type":"block"');

/** What one pass over the entries leaves behind. */
export interface BundleCheck {
  readonly blocks: number;
  readonly last: BlockEntry | undefined;
}

/**
 * Hashes every entry again and holds it against the tiles, tile by tile up to the top; holds each block entry against
 * the one before it and each sidecar and trace against its checksum. Reads each file once.
 */
export async function checkBundles(
  log: LogStore,
  findAttachment: FindAttachment,
  findings: Findings,
): Promise<BundleCheck> {
  const size = log.size();
  const chain = new BlockChain(findings);
  const check = { log, findAttachment, findings, chain };
  let below: Uint8Array[] = [];
  for (let first = 0; first < size; first += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, size - first);
    const leaves = await checkBundle(check, { first, width, size });
    if (leaves.length === TILE_WIDTH) below.push(treeHash(leaves));
  }
  for (let level = 1; below.length > 0; level++) below = await checkLevel(log, { level, size }, below, findings);
  return { blocks: chain.blocks, last: chain.last };
}

interface BundlePlace {
  readonly first: number;
  readonly width: number;
  readonly size: number;
}

interface Check {
  readonly log: LogStore;
  readonly findAttachment: FindAttachment;
  readonly findings: Findings;
  readonly chain: BlockChain;
}

async function checkBundle(check: Check, place: BundlePlace): Promise<Uint8Array[]> {
  const { log, findings, chain } = check;
  const { first, width, size } = place;
  const file = entriesPath(first / TILE_WIDTH, width);
  const leaves: Uint8Array[] = [];
  try {
    const bundle = await log.findFile(file, size);
    const entries = bundle === undefined ? [] : decodeEntryBundle(bundle);
    if (entries.length !== width) findings.add({ file, code: 'entries-missing', index: first + entries.length });
    for (const [at, entry] of entries.entries()) {
      leaves.push(leafHash(entry, nativeHash));
      chain.take(entry, first + at, file);
      await checkAttachments(check, entry, first + at);
    }
  } catch (error) {
    findings.addError(file, error, { index: first });
  }
  await compareTile(log, { level: 0, tile: first / TILE_WIDTH, size }, leaves, findings);
  return leaves;
}

/** What an entry speaks of must be there and whole, unless it was lawfully erased. */
async function checkAttachments({ findAttachment, findings }: Check, entry: Uint8Array, index: number): Promise<void> {
  if (isBlock(entry)) return;
  for (const kind of ['sidecar', 'trace'] as const) {
    try {
      const text = await findAttachment(kind, index);
      if (text === undefined && isPromised(kind, entry)) {
        findings.add({ file: `${kind} of ${index}`, code: 'attachment-missing', index });
      }
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'erased')) {
        findings.addError(`${kind} of ${index}`, error, { index });
      }
    }
  }
}

function isPromised(kind: 'sidecar' | 'trace', bytes: Uint8Array): boolean {
  const entry = parseEntry(bytes);
  if (entry.type === 'block') return false;
  if (kind === 'trace') return 'trace' in entry.outcome;
  return parseTransaction(entry.jws, nativeHash).sidecarCommitment !== undefined;
}

/** The tiles of one level above the lowest, from the hashes of the full tiles below. */
async function checkLevel(
  log: LogStore,
  { level, size }: { level: number; size: number },
  hashes: readonly Uint8Array[],
  findings: Findings,
): Promise<Uint8Array[]> {
  const above: Uint8Array[] = [];
  for (let first = 0; first < hashes.length; first += TILE_WIDTH) {
    const part = hashes.slice(first, first + TILE_WIDTH);
    await compareTile(log, { level, tile: first / TILE_WIDTH, size }, part, findings);
    if (part.length === TILE_WIDTH) above.push(treeHash(part));
  }
  return above;
}

async function compareTile(
  log: LogStore,
  { level, tile, size }: { level: number; tile: number; size: number },
  hashes: readonly Uint8Array[],
  findings: Findings,
): Promise<void> {
  if (hashes.length === 0) return;
  const file = tilePath(level, tile, hashes.length);
  try {
    const stored = await log.findFile(file, size);
    const wanted = Buffer.concat(hashes);
    if (stored !== undefined && Buffer.compare(stored, wanted) === 0) return;
    const at = stored === undefined ? 0 : firstDifference(stored, wanted);
    const index = (tile * TILE_WIDTH + Math.floor(at / 32)) * TILE_WIDTH ** level;
    const facts = level === 0 ? { entries: entriesPath(tile, hashes.length) } : {};
    findings.add({ file, code: stored === undefined ? 'tile-missing' : 'hash-differs', index, facts });
  } catch (error) {
    findings.addError(file, error);
  }
}

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  let at = 0;
  while (at < right.length && left[at] === right[at]) at += 1;
  return at;
}

/** The hash over a full tile: what stands for it one level (of 256) up. */
function treeHash(hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      next.push(nodeHash(level[at] as Uint8Array, level[at + 1] as Uint8Array, nativeHash));
    }
    level = next;
  }
  return level[0] as Uint8Array;
}

function isBlock(entry: Uint8Array): boolean {
  return Buffer.compare(entry.subarray(0, BLOCK_START.length), BLOCK_START) === 0;
}

/** Block entries name the one before them, their height and how many transactions they close. */
class BlockChain {
  readonly #findings: Findings;
  blocks = 0;
  last: BlockEntry | undefined;
  #previous: Uint8Array = new Uint8Array(32);
  #open = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  take(bytes: Uint8Array, index: number, file: string): void {
    if (!isBlock(bytes)) {
      this.#open += 1;
      return;
    }
    const entry = parseEntry(bytes);
    if (entry.type !== 'block') return;
    const { height, time, transactions, previous } = entry;
    const isNext = height === this.blocks && Buffer.compare(previous, this.#previous) === 0;
    const isLater = time >= (this.last?.time ?? 0);
    if (!isNext || !isLater || transactions !== this.#open) {
      this.#findings.add({ file, code: 'block-out-of-place', index, height });
    }
    this.blocks += 1;
    this.last = entry;
    this.#open = 0;
    this.#previous = nativeHash(bytes);
  }
}
