import type { HashReader } from '@minglu/protocol';

/** What stands beside an entry and never in a public tile. */
export interface EntryAttachments {
  readonly sidecar?: string;
  readonly trace?: string;
}

export interface LogEntry {
  readonly bytes: Uint8Array;
  readonly attachments?: EntryAttachments;
}

export type AttachmentKind = 'sidecar' | 'trace';

/** Entries, tiles and sidecars. Appending is in memory and at once; `sync` brings it to disk. */
export interface LogStore {
  size(): number;
  /** What a restart would find without the journal. */
  durableSize(): number;
  append(entries: readonly LogEntry[]): void;
  /** Hashes of complete subtrees below `size()`; synchronous (a cold tile is an 8 KB read). */
  readonly hashes: HashReader;
  /** RFC 6962 root of the first `size` entries; of all when left out. */
  root(size?: number): Uint8Array;
  entry(index: number): Promise<Uint8Array>;
  /**
   * The file under a C2SP path (`tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`) in a log of `size` entries (the last
   * published checkpoint's): undefined when such a log has no such tile, or the path is none.
   */
  findFile(path: string, size: number): Promise<Uint8Array | undefined>;
  /** undefined: there never was one. Throws `erased`; `damaged` when its checksum does not hold. */
  findAttachment(kind: AttachmentKind, index: number): Promise<string | undefined>;
  /** Overwrites it with zeros and leaves a tombstone, durably; no matter when it is there no more. Once synced only. */
  eraseAttachment(kind: AttachmentKind, index: number): Promise<void>;
  /** Makes everything up to a size durable and returns that size: the journal may be trimmed to it. A rejection halts. */
  sync(): Promise<number>;
  close(): Promise<void>;
}
