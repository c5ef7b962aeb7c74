import {
  compareDueRows,
  type DueRow,
  replayBucket,
  type StateChanges,
  type StateLeaf,
  StateTree,
} from '@minglu/ledger';
import { nativeNodeHasher } from '../crypto/native-hash.ts';
import { DueOverlay } from './due-overlay.ts';
import { BatchPieces } from './flush-batch.ts';
import { FlushProcess } from './flush-process.ts';
import { HotValues } from './hot-values.ts';
import type { IdFilter } from './id-filter.ts';
import { packOverlay } from './pack-overlay.ts';
import { StateOverlay } from './state-overlay.ts';
import { digestOfText } from './state-paths.ts';
import { markStateClosed } from './state-probe.ts';
import {
  decodeBucketRow,
  decodeDueKey,
  decodePlace,
  decodeTextKey,
  decodeTextRow,
  decodeValueRow,
  derivedDamaged,
  encodeBucketKey,
  encodeDueKey,
  encodeReplayKey,
  encodeTextPackKey,
  leafOfRow,
} from './state-rows.ts';
import { StateStage } from './state-stage.ts';
import type { AppliedBlockPlace, ProvenState, StateMark, StateStore, TransactionPlace } from './state-store.ts';
import type { StateTables } from './state-tables.ts';
import { StoreError } from './store-error.ts';
import type { TablesOnDisk } from './tables-on-disk.ts';
import { decodeTextPack } from './text-pack.ts';

export interface LmdbStateOptions {
  readonly directory: string;
  readonly disk: TablesOnDisk;
  /** Has every id that the tables speak of. */
  readonly known: IdFilter;
  readonly mark: StateMark;
  readonly treeBytes: number;
  readonly hotValues: number;
}

/**
 * State on disk under an overlay of the blocks since the last flush. Readers ask the overlay that blocks write to, then
 * the one being flushed, then memory, then the disk.
 */
export class LmdbStateStore implements StateStore {
  readonly #directory: string;
  readonly #disk: TablesOnDisk;
  readonly #known: IdFilter;
  readonly #treeBytes: number;
  readonly #hot: HotValues;
  readonly #tree: StateTree;
  readonly #stage: StateStage;
  readonly #writer: FlushProcess;
  readonly #due = new DueOverlay();
  readonly #pieces = new BatchPieces();
  #fresh = new StateOverlay();
  #frozen = new StateOverlay();
  #mark: StateMark;
  #flushed: StateMark;
  #flushing: Promise<StateMark> | undefined;
  #failure: unknown;
  #isClosed = false;
  /** Where the first row on disk stands that was not taken out since. */
  #firstDueKey: Buffer | undefined;

  constructor({ directory, disk, known, mark, treeBytes, hotValues }: LmdbStateOptions) {
    this.#disk = disk;
    this.#known = known;
    this.#treeBytes = treeBytes;
    this.#hot = new HotValues(hotValues);
    this.#mark = mark;
    this.#flushed = mark;
    this.#tree = new StateTree({
      hasher: nativeNodeHasher,
      loadBucket: (prefix) => this.#loadBucket(prefix),
      buckets: bucketsOnDisk(disk.tables),
    });
    this.#stage = new StateStage(this.#tree);
    this.#writer = new FlushProcess(directory);
    this.#directory = directory;
    if (Buffer.compare(this.#tree.root, mark.root) !== 0) throw derivedDamaged('buckets');
  }

  mark(): StateMark {
    return this.#mark;
  }

  flushedMark(): StateMark {
    return this.#flushed;
  }

  get(key: string): string | undefined {
    const change = this.#fresh.values.get(key) ?? this.#frozen.values.get(key);
    if (change !== undefined) return change.value ?? undefined;
    const hot = this.#hot.find(key);
    if (hot !== undefined) return hot;
    const value = this.#findOnDisk(key);
    if (value !== undefined) this.#hot.put(key, value);
    return value;
  }

  due(untilMs: number, limit: number): readonly DueRow[] {
    const rows = this.#due.rowsUntil(untilMs);
    let onDisk = 0;
    for (const row of this.#dueOnDisk()) {
      if (row.instantMs > untilMs || onDisk === limit) break;
      rows.push(row);
      onDisk += 1;
    }
    return rows.sort(compareDueRows).slice(0, limit);
  }

  replayed(id: string, notAfter: number): boolean {
    const known = this.#fresh.findReplayed(id, notAfter) ?? this.#frozen.findReplayed(id, notAfter);
    if (known !== undefined) return known;
    if (!this.#known.mayHave(id)) return false;
    return this.#disk.lookUp().replay.doesExist(encodeReplayKey(replayBucket(notAfter), notAfter, id));
  }

  findTransaction(id: string): TransactionPlace | undefined {
    const place = this.#fresh.transactions.get(id) ?? this.#frozen.transactions.get(id);
    if (place !== undefined) return place;
    if (!this.#known.mayHave(id)) return undefined;
    const row = this.#disk.lookUp().transactions.getBinary(Buffer.from(id));
    return row === undefined ? undefined : decodePlace(row);
  }

  findNextDueMs(): number | undefined {
    const added = this.#due.findFirst()?.instantMs;
    const [onDisk] = this.#dueOnDisk();
    if (added === undefined || onDisk === undefined) return added ?? onDisk?.instantMs;
    return Math.min(added, onDisk.instantMs);
  }

  prove(key: string): ProvenState {
    const proof = this.#stage.settledTree().prove(digestOfText(key));
    return { value: this.get(key), proof, mark: this.#mark };
  }

  stage(changes: StateChanges): Uint8Array {
    this.#refuseIfStopped();
    return this.#stage.stage(changes);
  }

  apply(changes: StateChanges, place: AppliedBlockPlace): StateMark {
    this.#refuseIfStopped();
    const staged = this.#stage.take(changes, place, this.#mark);
    this.#fresh.apply(staged, place);
    for (const { id } of [...place.transactions, ...changes.replay.add]) this.#known.add(id);
    for (const row of changes.due.remove) this.#due.remove(row);
    for (const row of changes.due.add) this.#due.add(row);
    for (const [key, { value }] of staged.values) {
      if (value === null) this.#hot.forget(key);
      else this.#hot.put(key, value);
    }
    this.#mark = { height: place.height, root: staged.root, logSize: place.logSize };
    this.#tree.evict(this.#treeBytes);
    return this.#mark;
  }

  async flush(): Promise<StateMark> {
    while (this.#flushing !== undefined) await this.#flushing;
    this.#refuseIfStopped();
    if (this.#mark.height === this.#flushed.height) return this.#flushed;
    this.#flushing = this.#write();
    try {
      return await this.#flushing;
    } finally {
      this.#flushing = undefined;
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#flushing?.catch(() => {});
    await this.#writer.close();
    await this.#disk.close();
    if (this.#failure === undefined) await markStateClosed(this.#directory);
  }

  async #write(): Promise<StateMark> {
    const mark = this.#mark;
    const overlay = this.#fresh;
    const due = this.#due.freeze();
    this.#frozen = overlay;
    this.#fresh = new StateOverlay();
    try {
      const batch = await packOverlay(overlay, due, { mark, pieces: this.#pieces });
      await this.#writer.write(batch);
      batch.release();
    } catch (error) {
      this.#failure = error;
      if (error instanceof StoreError) throw error;
      throw new StoreError('write-failed', { file: 'state', remedy: 'check the device, then start again' }, error);
    }
    this.#disk.tables.root.resetReadTxn();
    this.#flushed = mark;
    this.#frozen = new StateOverlay();
    this.#due.settle();
    this.#firstDueKey = undefined;
    return mark;
  }

  #findOnDisk(key: string): string | undefined {
    const path = digestOfText(key);
    if (this.#stage.isKnownAbsent(path)) return undefined;
    const tables = this.#disk.lookUp();
    const row = tables.values.get(path);
    if (row === undefined) return undefined;
    const { valueHash, textKey } = decodeValueRow(row);
    const { pack, place } = decodeTextKey(textKey);
    const texts = tables.texts.getBinary(encodeTextPackKey(pack));
    const text = texts === undefined ? undefined : decodeTextPack(texts)[place];
    if (text === undefined) throw derivedDamaged('texts');
    const found = decodeTextRow(text);
    if (found.key !== key || !digestOfText(found.value).equals(valueHash)) throw derivedDamaged('texts');
    return found.value;
  }

  /** Rows of the table that nothing newer speaks of, in order. */
  *#dueOnDisk(): Generator<DueRow> {
    let isFirst = true;
    for (const key of this.#disk.tables.due.getKeys(
      this.#firstDueKey === undefined ? {} : { start: this.#firstDueKey },
    )) {
      const row = decodeDueKey(key);
      if (this.#due.findPresence(row) !== undefined) continue;
      // What stands before was taken out or is newer in memory, and stays so until the next flush.
      if (isFirst) this.#firstDueKey = encodeDueKey(row);
      isFirst = false;
      yield row;
    }
  }

  #loadBucket(prefix: number): Iterable<StateLeaf> {
    const leaves = new Map<string, StateLeaf>();
    const end = prefix === 0xffff ? {} : { end: encodeBucketKey(prefix + 1) };
    for (const { key, value } of this.#disk.lookUp().values.getRange({ start: encodeBucketKey(prefix), ...end })) {
      const path = Buffer.from(key);
      leaves.set(path.toString('latin1'), leafOfRow(path, value));
    }
    for (const overlay of [this.#frozen, this.#fresh]) {
      // Seldom: only when a bucket was evicted before its changes came to disk.
      if (!overlay.buckets.has(prefix)) continue;
      for (const { path, valueHash } of overlay.values.values()) {
        if (path.readUInt16BE(0) !== prefix) continue;
        if (valueHash === null) leaves.delete(path.toString('latin1'));
        else leaves.set(path.toString('latin1'), { path, valueHash });
      }
    }
    return leaves.values();
  }

  #refuseIfStopped(): void {
    if (this.#isClosed) throw new StoreError('closed', { file: 'state' });
    if (this.#failure !== undefined) throw new StoreError('halted', { file: 'state' }, this.#failure);
  }
}

function* bucketsOnDisk({ buckets }: StateTables) {
  for (const { key, value } of buckets.getRange()) yield decodeBucketRow(key, value);
}
