import type { Block, BlockTransaction } from '@minglu/ledger';
import { parseEntry, parseSidecar, parseTransaction } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import type { LogEntry } from '../log-store/log-store.ts';
import { NodeError } from '../node-error.ts';

/** Size and root of the log after a block: what a checkpoint says. */
export interface LogHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** A block as it was ordered, and what it led to when it was first planned. */
export interface JournaledBlock {
  readonly block: Block;
  readonly stateRoot: Uint8Array;
  readonly head: LogHead;
  /** What enters the log: for a state that came to disk before its entries did. */
  readonly entries: readonly LogEntry[];
}

interface PayloadHeader {
  readonly height: number;
  readonly time: number;
  readonly stateRoot: string;
  readonly size: number;
  readonly root: string;
  readonly entries: number;
}

const NEWLINE = Buffer.from('\n');

/**
 * Lines of UTF-8: a header, then three per entry: its text, its sidecar and its trace, empty where there is none. None
 * of them can hold a line break. The journal's own framing guards it, and nobody else reads it.
 */
export function encodeJournalPayload({ block, stateRoot, head, entries }: JournaledBlock): Uint8Array {
  const header: PayloadHeader = {
    height: block.height,
    time: block.time,
    stateRoot: Buffer.from(stateRoot).toString('base64url'),
    size: head.size,
    root: Buffer.from(head.root).toString('base64url'),
    entries: entries.length,
  };
  const parts: Uint8Array[] = [Buffer.from(JSON.stringify(header))];
  const traces = new Map<string, Buffer>();
  for (const { bytes, attachments } of entries) {
    const { sidecar = '', trace = '' } = attachments ?? {};
    parts.push(NEWLINE, bytes, NEWLINE, Buffer.from(sidecar), NEWLINE, bytesOf(trace, traces));
  }
  return Buffer.concat(parts);
}

/** Most cases of a block have the same trace: its bytes are made once. */
function bytesOf(trace: string, known: Map<string, Buffer>): Buffer {
  const bytes = known.get(trace) ?? Buffer.from(trace);
  known.set(trace, bytes);
  return bytes;
}

/** Throws `damaged` for what no node has written. */
export function decodeJournalPayload(payload: Uint8Array): JournaledBlock {
  try {
    const [first = '', ...lines] = Buffer.from(payload).toString().split('\n');
    const { height, time, stateRoot, size, root, entries: count } = JSON.parse(first) as PayloadHeader;
    const entries: LogEntry[] = [];
    for (let at = 0; at < count * 3; at += 3) entries.push(entryOf(lines.slice(at, at + 3)));
    return {
      block: { height, time, transactions: entries.flatMap(transactionOf) },
      stateRoot: Buffer.from(stateRoot, 'base64url'),
      head: { size, root: Buffer.from(root, 'base64url') },
      entries,
    };
  } catch (error) {
    throw new NodeError('damaged', { file: 'journal', remedy: 'run fsck; bring back the newest backup' }, error);
  }
}

function entryOf([text = '', sidecar = '', trace = '']: readonly string[]): LogEntry {
  const bytes = Buffer.from(text);
  if (sidecar === '') return { bytes };
  return { bytes, attachments: trace === '' ? { sidecar } : { sidecar, trace } };
}

/** The transaction in a log entry, none in a block's own. */
function transactionOf({ bytes, attachments }: LogEntry): BlockTransaction[] {
  const entry = parseEntry(bytes);
  if (entry.type === 'block') return [];
  const sidecar = attachments?.sidecar;
  return [
    {
      transaction: parseTransaction(entry.jws, nativeHash),
      sidecar: sidecar === undefined ? undefined : parseSidecar(sidecar, nativeHash),
    },
  ];
}
