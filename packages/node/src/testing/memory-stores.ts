import { appendLeaf, leafHash, rootFromReader } from '@minglu/protocol';
import type { LogHead } from '../commit/journal-payload.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import type { Journal, JournalRecord } from '../journal/journal.ts';
import type { SignedHead } from '../journal/signed-head.ts';
import type { LogEntry, LogStore } from '../log-store/log-store.ts';
import type { Stores } from '../open/stores.ts';
import { MemoryStateStore } from '../store/memory-state-store.ts';

/** Everything a node writes, in memory: what survives a "restart" is what the object still holds. */
export function memoryStores(): Stores & { readonly journalled: JournalRecord[] } {
  const journalled: JournalRecord[] = [];
  const log = memoryLog();
  return {
    journal: memoryJournal(journalled),
    signedHead: memoryHead(),
    log,
    findAttachment: log.findAttachment,
    state: new MemoryStateStore(),
    notes: [],
    journalled,
    close: async () => {},
  };
}

function memoryJournal(records: JournalRecord[]): Journal {
  return {
    heights: () => {
      const [first, last] = [records[0], records.at(-1)];
      return first === undefined || last === undefined ? undefined : { first: first.height, last: last.height };
    },
    append: async (record) => void records.push(record),
    async *read(from) {
      for (const record of [...records]) if (record.height >= from) yield record;
    },
    trim: async (height) => {
      while (records[0] !== undefined && records[0].height <= height) records.shift();
    },
    close: async () => {},
  };
}

function memoryHead(): SignedHead {
  let last: LogHead | undefined;
  return {
    last: () => last,
    record: async (head) => {
      last = head;
    },
    close: async () => {},
  };
}

function memoryLog(): LogStore {
  const entries: LogEntry[] = [];
  const levels: Uint8Array[][] = [];
  const hashes = (level: number, index: number) => levels[level]?.[index] as Uint8Array;
  const root = (size = entries.length) => rootFromReader(size, hashes, nativeHash);
  return {
    size: () => entries.length,
    durableSize: () => entries.length,
    hashes,
    root,
    append: (added) => {
      for (const entry of added) {
        const made = appendLeaf(entries.push(entry) - 1, leafHash(entry.bytes, nativeHash), hashes, nativeHash);
        for (const { level, index, hash } of made) {
          levels[level] ??= [];
          (levels[level] as Uint8Array[])[index] = hash;
        }
      }
    },
    entry: async (index) => (entries[index] as LogEntry).bytes,
    findFile: async () => undefined,
    findAttachment: async (kind, index) => entries[index]?.attachments?.[kind],
    eraseAttachment: async () => {},
    sync: async () => entries.length,
    close: async () => {},
  };
}
