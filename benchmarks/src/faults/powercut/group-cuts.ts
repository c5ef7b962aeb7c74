import { hash } from 'node:crypto';
import { relative } from 'node:path';
import { cutDisk } from './cut-disk.ts';
import type { DiskTrace } from './disk-trace.ts';
import type { Cut } from './open-cut.ts';

/** Cuts that leave the same bytes under the same names and the same state: to a node that opens them they are one. */
export interface CutGroup {
  /** The latest of them: what was promised and signed before the others was promised before this one too. */
  readonly cut: Cut;
  readonly cuts: number;
}

export function groupCuts(trace: DiskTrace, cuts: readonly Cut[]): CutGroup[] {
  const hashes = hashesOf(trace);
  const groups = Map.groupBy(cuts, (cut) => {
    const files = [...cutDisk(trace, cut.at, cut.fate)].map(
      ([path, bytes]) => `${relative(trace.root, path)} ${hashes(bytes)}`,
    );
    return [`state ${cut.state}`, ...files.sort()].join('\n');
  });
  return [...groups.values()].map((same) => ({
    cut: same.reduce((latest, one) => (one.at > latest.at ? one : latest)),
    cuts: same.length,
  }));
}

/** What no cut changes is hashed once. */
function hashesOf({ files }: DiskTrace): (bytes: Buffer) => string {
  const known = new Map<string, string>();
  const buffers = new Map(files.map(([path, { buffer }]) => [buffer, path]));
  return (bytes) => {
    const before = buffers.get(bytes.buffer as ArrayBuffer);
    const name = before === undefined ? undefined : `${before} ${bytes.byteOffset} ${bytes.length}`;
    const found = name === undefined ? undefined : known.get(name);
    if (found !== undefined) return found;
    const fresh = hash('sha256', bytes, 'hex');
    if (name !== undefined) known.set(name, fresh);
    return fresh;
  };
}
