import type { Block, BlockTransaction } from '@minglu/ledger';
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

interface PayloadHeader {
  readonly height: number;
  readonly time: number;
  readonly stateRoot: string;
  readonly size: number;
  readonly root: string;
  readonly transactions: number;
}

/**
 * Lines of UTF-8: a header, then two per transaction, its JWS and its sidecar (empty when there is none). Neither text
 * can hold a line break. The journal's own framing guards it, and nobody else reads it.
 */
export function encodeJournalPayload({ block, stateRoot, head }: JournaledBlock): Uint8Array {
  const header: PayloadHeader = {
    height: block.height,
    time: block.time,
    stateRoot: Buffer.from(stateRoot).toString('base64url'),
    size: head.size,
    root: Buffer.from(head.root).toString('base64url'),
    transactions: block.transactions.length,
  };
  let text = JSON.stringify(header);
  for (const { transaction, sidecar } of block.transactions) text += `\n${transaction.jws}\n${sidecar?.text ?? ''}`;
  return Buffer.from(text);
}

/** Throws `damaged` for what no node has written. */
export function decodeJournalPayload(payload: Uint8Array): JournaledBlock {
  try {
    const [first = '', ...lines] = Buffer.from(payload).toString().split('\n');
    const header = JSON.parse(first) as PayloadHeader;
    const transactions: BlockTransaction[] = [];
    for (let at = 0; at < header.transactions; at++) {
      const sidecar = lines[2 * at + 1] ?? '';
      transactions.push({
        transaction: parseTransaction(lines[2 * at] ?? '', nativeHash),
        sidecar: sidecar === '' ? undefined : parseSidecar(sidecar, nativeHash),
      });
    }
    return {
      block: { height: header.height, time: header.time, transactions },
      stateRoot: Buffer.from(header.stateRoot, 'base64url'),
      head: { size: header.size, root: Buffer.from(header.root, 'base64url') },
    };
  } catch (error) {
    throw new NodeError('damaged', { file: 'journal', remedy: 'run fsck; bring back the newest backup' }, error);
  }
}
