import type { FileContent } from '../disk/memory-disk.ts';
import { applyWrite, type PendingWrite } from './pending-write.ts';

/** What a power cut leaves of what was not synced. */
export interface CutFate {
  readonly name: string;
  /** How many of a directory's unsynced changes of names came to disk; the first ones, as a journal keeps them. */
  namesKept(pending: number): number;
  /** Which version of a sector came to disk: 0 the synced one, n that after the n-th unsynced change. */
  sectorVersion(versions: number): number;
  /** The same for the file's length. */
  sizeVersion(versions: number): number;
}

const SECTOR = 512;

export const nothingKept: CutFate = {
  name: 'all that was not synced is gone',
  namesKept: () => 0,
  sectorVersion: () => 0,
  sizeVersion: () => 0,
};

export const allKept: CutFate = {
  name: 'all came to disk in time',
  namesKept: (pending) => pending,
  sectorVersion: (versions) => versions,
  sizeVersion: (versions) => versions,
};

/** Names came to disk, what was written into the files did not: the order a careless writer is bitten by. */
export const namesOnly: CutFate = { ...nothingKept, name: 'names before contents', namesKept: (pending) => pending };

/** Lengths came to disk, contents did not: files with holes of zeros. */
export const lengthsOnly: CutFate = {
  ...namesOnly,
  name: 'lengths before contents',
  sizeVersion: (versions) => versions,
};

/** Each sector, length and directory as it stood at a moment of its own: dropped, torn and reordered. */
export function shuffled(random: (below: number) => number): CutFate {
  const any = (versions: number): number => random(versions + 1);
  return { name: 'each sector as it happens', namesKept: any, sectorVersion: any, sizeVersion: any };
}

/** A file after the cut: each sector and the length in one of the versions they went through since the last sync. */
export function settleContent(durable: FileContent, changes: readonly PendingWrite[], fate: CutFate): Buffer {
  const before = durable.bytes.subarray(0, durable.size);
  if (changes.length === 0) return before;
  const versions = [before];
  const content: FileContent = { ...durable, isOwn: false };
  for (const change of changes) {
    applyWrite(content, change);
    versions.push(Buffer.from(content.bytes.subarray(0, content.size)));
  }
  const settled = Buffer.alloc(versions[fate.sizeVersion(changes.length)]?.length ?? 0);
  for (let at = 0; at < settled.length; at += SECTOR) {
    const different = versions.filter((version, number) => number === 0 || differs(version, versions[number - 1], at));
    const version = different[fate.sectorVersion(different.length - 1)];
    version?.copy(settled, at, Math.min(at, version.length), Math.min(at + SECTOR, version.length));
  }
  return settled;
}

function differs(one: Buffer, other: Buffer | undefined, at: number): boolean {
  return other === undefined || !one.subarray(at, at + SECTOR).equals(other.subarray(at, at + SECTOR));
}
