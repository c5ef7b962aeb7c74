import type { Block } from '@minglu/ledger';
import { parseSidecar, parseTransaction } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
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
}

interface PayloadJson {
  readonly height: number;
  readonly time: number;
  readonly stateRoot: string;
  readonly size: number;
  readonly root: string;
  /** Transactions and their sidecars, null where there is none. */
  readonly transactions: readonly (readonly [jws: string, sidecar: string | null])[];
}

/** UTF-8 JSON: the journal's own framing guards it, and nobody else ever reads it. */
export function encodeJournalPayload({ block, stateRoot, head }: JournaledBlock): Uint8Array {
  const json: PayloadJson = {
    height: block.height,
    time: block.time,
    stateRoot: Buffer.from(stateRoot).toString('base64url'),
    size: head.size,
    root: Buffer.from(head.root).toString('base64url'),
    transactions: block.transactions.map(({ transaction, sidecar }) => [transaction.jws, sidecar?.text ?? null]),
  };
  return Buffer.from(JSON.stringify(json));
}

/** Throws `damaged` for what no node has written. */
export function decodeJournalPayload(payload: Uint8Array): JournaledBlock {
  try {
    const json = JSON.parse(Buffer.from(payload).toString()) as PayloadJson;
    const transactions = json.transactions.map(([jws, sidecar]) => ({
      transaction: parseTransaction(jws, nativeHash),
      sidecar: sidecar === null ? undefined : parseSidecar(sidecar, nativeHash),
    }));
    return {
      block: { height: json.height, time: json.time, transactions },
      stateRoot: Buffer.from(json.stateRoot, 'base64url'),
      head: { size: json.size, root: Buffer.from(json.root, 'base64url') },
    };
  } catch (error) {
    throw new NodeError('damaged', { file: 'journal', remedy: 'run fsck; bring back the newest backup' }, error);
  }
}
