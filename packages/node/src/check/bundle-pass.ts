import {
  entriesPath,
  HASH_LENGTH,
  isRefused,
  parseEntry,
  parseTransaction,
  TILE_WIDTH,
  tilePath,
} from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import type { AttachmentIndex } from '../log-store/attachment-bundle.ts';
import type { AttachmentKind, LogStore } from '../log-store/log-store.ts';
import type { FileSystem } from '../store/file-system.ts';
import { BlockChain, isBlockEntry } from './block-chain.ts';
import type { Findings } from './findings.ts';
import { type BundleContent, readBundles } from './read-bundles.ts';
import { leafRow, rowRoot } from './tile-hashes.ts';

const KINDS: readonly AttachmentKind[] = ['sidecar', 'trace'];

export interface BundlePassOptions {
  readonly log: LogStore;
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly findings: Findings;
  readonly onSidecar?: ((index: number, text: string | undefined) => void) | undefined;
}

/** A bundle whose hashes were compared. Of one that could not be read there is nothing. */
export interface CheckedBundle {
  readonly first: number;
  readonly entries: readonly Uint8Array[];
  readonly attachments: AttachmentIndex;
}

/**
 * One way through the log, each file read once: hashes every entry again and holds it against the tiles, each block entry
 * against the one before it, each sidecar and trace against its checksum. Who decides the entries again takes them
 * from here; `finish` goes on to the end whether he came there or not.
 */
export class BundlePass {
  readonly #options: BundlePassOptions;
  readonly #bundles: AsyncGenerator<BundleContent>;
  readonly #chain: BlockChain;
  /** Hashes over the full tiles of the lowest level. */
  readonly #tiles: Uint8Array[] = [];

  constructor(options: BundlePassOptions) {
    this.#options = options;
    this.#bundles = readBundles(options.log, options.directory, options.fileSystem);
    this.#chain = new BlockChain(options.findings);
  }

  /** undefined at the end, or where the next bundle could not be read whole. */
  async next(): Promise<CheckedBundle | undefined> {
    const { value } = await this.#bundles.next();
    return value === undefined ? undefined : this.#check(value);
  }

  /** Answers how many blocks there are. */
  async finish(): Promise<number> {
    const { log, findings } = this.#options;
    for await (const content of this.#bundles) this.#check(content);
    this.#chain.finish(log.size());
    let below: readonly Uint8Array[] = this.#tiles;
    for (let level = 1; below.length > 0; level++) below = await checkLevel(log, level, below, findings);
    return this.#chain.blocks;
  }

  #check(content: BundleContent): CheckedBundle | undefined {
    const { findings } = this.#options;
    const { first, width, file } = content;
    const entries = settled(content.entries, (error) => findings.addError(file, error, { index: first })) ?? [];
    const attachments = settled(content.attachments, (error) =>
      findings.addError(`sidecars of ${file}`, error, { index: first }),
    );
    const isWhole = entries.length === width;
    if (!isWhole && content.entries.status === 'fulfilled') {
      findings.add({ file, code: 'entries-missing', index: first + entries.length });
    }
    const leaves = leafRow(entries);
    this.#compareTile(content, leaves);
    if (entries.length === TILE_WIDTH) this.#tiles.push(rowRoot(leaves));
    try {
      for (const [at, entry] of entries.entries()) {
        this.#chain.take(entry, first + at, file);
        if (attachments === undefined) continue;
        this.#checkAttachments(attachments, entry, first + at);
        this.#showSidecar(attachments, entry, first + at);
      }
    } catch (error) {
      findings.addError(file, error, { index: first });
      return undefined;
    }
    return isWhole && attachments !== undefined ? { first, entries, attachments } : undefined;
  }

  /** What an entry speaks of must be there and whole, unless it was lawfully erased. */
  #checkAttachments(attachments: AttachmentIndex, entry: Uint8Array, index: number): void {
    if (isBlockEntry(entry)) return;
    for (const kind of KINDS) {
      if (attachments.find(kind, index % TILE_WIDTH) !== undefined || !isPromised(kind, entry)) continue;
      this.#options.findings.add({ file: `${kind} of ${index}`, code: 'attachment-missing', index });
    }
  }

  #showSidecar(attachments: AttachmentIndex, bytes: Uint8Array, index: number): void {
    const { onSidecar } = this.#options;
    if (onSidecar === undefined || isBlockEntry(bytes)) return;
    const at = index % TILE_WIDTH;
    if (attachments.find('sidecar', at) === undefined) return;
    const entry = parseEntry(bytes);
    if (entry.type === 'transaction' && !isRefused(entry.outcome))
      onSidecar(index, attachments.findText('sidecar', at));
  }

  #compareTile({ first, tile }: BundleContent, leaves: Buffer): void {
    const { findings } = this.#options;
    const place = { level: 0, index: first / TILE_WIDTH };
    const file = tilePath(0, place.index, Math.max(leaves.length / HASH_LENGTH, 1));
    const stored = settled(tile, (error) => findings.addError(file, error));
    if (tile.status === 'fulfilled') compareTile(place, stored, leaves, findings);
  }
}

function settled<Value>(result: PromiseSettledResult<Value>, onError: (error: unknown) => void): Value | undefined {
  if (result.status === 'fulfilled') return result.value;
  onError(result.reason);
  return undefined;
}

function isPromised(kind: AttachmentKind, bytes: Uint8Array): boolean {
  const entry = parseEntry(bytes);
  if (entry.type === 'block') return false;
  if (kind === 'trace') return 'trace' in entry.outcome;
  return parseTransaction(entry.jws, nativeHash).sidecarCommitment !== undefined;
}

/** The tiles of one level above the lowest, from the hashes of the full tiles below. */
async function checkLevel(
  log: LogStore,
  level: number,
  hashes: readonly Uint8Array[],
  findings: Findings,
): Promise<Uint8Array[]> {
  const above: Uint8Array[] = [];
  for (let first = 0; first < hashes.length; first += TILE_WIDTH) {
    const part = hashes.slice(first, first + TILE_WIDTH);
    const row = Buffer.concat(part);
    const place = { level, index: first / TILE_WIDTH };
    const file = tilePath(level, place.index, part.length);
    try {
      compareTile(place, await log.findFile(file, log.size()), row, findings);
    } catch (error) {
      findings.addError(file, error);
    }
    if (part.length === TILE_WIDTH) above.push(rowRoot(row));
  }
  return above;
}

interface TileAt {
  readonly level: number;
  readonly index: number;
}

function compareTile(
  { level, index: tile }: TileAt,
  stored: Uint8Array | undefined,
  wanted: Buffer,
  findings: Findings,
): void {
  if (wanted.length === 0) return;
  const width = wanted.length / HASH_LENGTH;
  if (stored !== undefined && Buffer.compare(stored, wanted) === 0) return;
  const at = stored === undefined ? 0 : firstDifference(stored, wanted);
  const index = (tile * TILE_WIDTH + Math.floor(at / HASH_LENGTH)) * TILE_WIDTH ** level;
  const facts = level === 0 ? { entries: entriesPath(tile, width) } : {};
  const code = stored === undefined ? 'tile-missing' : 'hash-differs';
  findings.add({ file: tilePath(level, tile, width), code, index, facts });
}

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  let at = 0;
  while (at < right.length && left[at] === right[at]) at += 1;
  return at;
}
