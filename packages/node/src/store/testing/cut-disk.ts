import { dirname } from 'node:path';
import {
  applyData,
  applyName,
  type DataOperation,
  type DiskOperation,
  type Inode,
  type NameOperation,
} from './disk-trace.ts';
import { TracedFileSystem } from './traced-file-system.ts';

/** What became of what was not synced when the power went. */
export type CutMode = 'lost' | 'kept' | 'torn';

const SECTOR_BYTES = 512;

interface Disk {
  /** Content at the last sync, and what was done since. */
  readonly files: Map<Inode, { durable: Buffer; pending: DataOperation[] }>;
  readonly names: Map<string, Inode>;
  /** By directory. */
  readonly pendingNames: Map<string, NameOperation[]>;
}

/**
 * The disk that a restart finds when the power went after the first `length` operations. `torn`: of the unsynced writes of
 * each file any subset arrived, each in any of its sectors; of the unsynced names of each directory some first part.
 * @param random in [0, 1)
 */
export function cutDisk(
  trace: readonly DiskOperation[],
  length: number,
  mode: CutMode,
  random: () => number,
): TracedFileSystem {
  const disk: Disk = { files: new Map(), names: new Map(), pendingNames: new Map() };
  for (const operation of trace.slice(0, length)) record(disk, operation);
  for (const operations of disk.pendingNames.values()) {
    const kept =
      mode === 'lost' ? 0 : mode === 'kept' ? operations.length : Math.floor(random() * (operations.length + 1));
    for (const operation of operations.slice(0, kept)) applyName(disk.names, operation);
  }
  const contents = new Map<Inode, Buffer>();
  for (const [inode, { durable, pending }] of disk.files) {
    const arrived = mode === 'lost' ? [] : mode === 'kept' ? pending : pending.flatMap((one) => torn(one, random));
    contents.set(inode, arrived.reduce(applyData, durable));
  }
  return new TracedFileSystem(disk.names, contents);
}

/** What the program had been told by then. */
export function toldBefore(trace: readonly DiskOperation[], length: number): string[] {
  return trace.slice(0, length).flatMap((operation) => (operation.kind === 'told' ? [operation.what] : []));
}

function record(disk: Disk, operation: DiskOperation): void {
  const { kind } = operation;
  if (kind === 'create') disk.files.set(operation.inode, { durable: Buffer.alloc(0), pending: [] });
  if (kind === 'create' || kind === 'unlink') pendName(disk, dirname(operation.path), operation);
  if (kind === 'rename') pendName(disk, dirname(operation.to), operation);
  if (kind === 'write' || kind === 'truncate') disk.files.get(operation.inode)?.pending.push(operation);
  if (kind === 'sync-directory') {
    for (const name of disk.pendingNames.get(operation.path) ?? []) applyName(disk.names, name);
    disk.pendingNames.delete(operation.path);
  }
  if (kind !== 'sync') return;
  const file = disk.files.get(operation.inode);
  if (file === undefined) return;
  disk.files.set(operation.inode, { durable: file.pending.reduce(applyData, file.durable), pending: [] });
}

function pendName(disk: Disk, directory: string, operation: NameOperation): void {
  const pending = disk.pendingNames.get(directory) ?? [];
  pending.push(operation);
  disk.pendingNames.set(directory, pending);
}

function torn(operation: DataOperation, random: () => number): DataOperation[] {
  if (random() < 0.3) return [];
  if (operation.kind === 'truncate' || random() < 0.4) return [operation];
  const pieces: DataOperation[] = [];
  for (let at = 0; at < operation.bytes.length; at += SECTOR_BYTES) {
    const bytes = operation.bytes.subarray(at, at + SECTOR_BYTES);
    if (random() < 0.5) pieces.push({ ...operation, position: operation.position + at, bytes });
  }
  return pieces;
}
