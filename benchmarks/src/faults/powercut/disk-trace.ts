import type { DiskListener } from '../disk/memory-disk.ts';
import type { Promised } from '../victim.ts';

/** What a process asked of its disk, in the order it asked; a sync holds from its end on only. */
export type DiskEvent =
  | { readonly kind: 'created'; readonly path: string; readonly file: number }
  | { readonly kind: 'written'; readonly file: number; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'truncated'; readonly file: number; readonly size: number }
  /** The writes and truncations of this file among the events before `before` are on disk now. */
  | { readonly kind: 'synced'; readonly file: number; readonly before: number }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlinked'; readonly path: string }
  | { readonly kind: 'directoryMade'; readonly path: string }
  /** The names of this directory that were made before `before` are on disk now. */
  | { readonly kind: 'directorySynced'; readonly path: string; readonly before: number }
  /** A numbered point of the commit path. */
  | { readonly kind: 'point'; readonly point: number }
  /** The folder outside the port came to disk and was kept as it stood then, under this name in the victim's home. */
  | { readonly kind: 'stateKept'; readonly copy: string }
  | { readonly kind: 'receipt'; readonly promised: Promised }
  /** A signature over this head left the signer. */
  | { readonly kind: 'signed'; readonly head: SignedHead };

export interface SignedHead {
  readonly size: number;
  /** b64 */
  readonly root: string;
}

export interface DiskTrace {
  /** The node's directory; it is there. */
  readonly root: string;
  /** What was on disk, durably, before the first event: its place is the file's number. */
  readonly files: readonly (readonly [path: string, bytes: Buffer])[];
  /** Folders that were there, durably, whether or not a file was in them. */
  readonly directories: readonly string[];
  readonly events: DiskEvent[];
}

/** Writes down what a disk is asked. */
export function recorderOf(events: DiskEvent[]): DiskListener {
  return {
    created: (path, file) => void events.push({ kind: 'created', path, file }),
    written: (file, position, bytes) =>
      void events.push({ kind: 'written', file, position, bytes: Buffer.from(bytes) }),
    truncated: (file, size) => void events.push({ kind: 'truncated', file, size }),
    syncing: (file) => {
      const before = events.length;
      return () => void events.push({ kind: 'synced', file, before });
    },
    renamed: (from, to) => void events.push({ kind: 'renamed', from, to }),
    unlinked: (path) => void events.push({ kind: 'unlinked', path }),
    directoryMade: (path) => void events.push({ kind: 'directoryMade', path }),
    directorySyncing: (path) => {
      const before = events.length;
      return () => void events.push({ kind: 'directorySynced', path, before });
    },
  };
}
