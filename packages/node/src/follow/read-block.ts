import { type BlockEntry, parseEntry, type TransactionEntry } from '@minglu/protocol';
import { NodeError } from '../node-error.ts';
import type { CommittedBlock, CommittedTransaction } from './committed-block.ts';

/** Entries as they stand in the bundles. */
export interface EntryReader {
  readonly size: number;
  readEntry(index: number): Promise<Uint8Array>;
}

/** The block whose first entry stands at `firstIndex`; its entries' bytes are put into `bytes`, if that is given. */
export async function readBlock(log: EntryReader, firstIndex: number, bytes?: Uint8Array[]): Promise<CommittedBlock> {
  const transactions: CommittedTransaction[] = [];
  for (let index = firstIndex; ; index++) {
    const entry = await readParsed(log, index, bytes);
    if (entry.type === 'transaction') {
      transactions.push({ id: idOf(entry.jws), index, jws: entry.jws, outcome: entry.outcome });
      continue;
    }
    const { height, time, protocol, events, stateRoot } = entry;
    return { height, time, protocol, firstIndex, size: index + 1, stateRoot, events, transactions };
  }
}

/** Index of the first entry of the block at `height`: every entry names its height, so half the log goes each step. */
export async function findFirstIndex(log: EntryReader, height: number): Promise<number | undefined> {
  let low = 0;
  let high = log.size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await readParsed(log, middle)).height < height) low = middle + 1;
    else high = middle;
  }
  return low < log.size ? low : undefined;
}

/** Index of the block entry at `height`. */
export async function findBlockEntryIndex(log: EntryReader, height: number): Promise<number | undefined> {
  const next = await findFirstIndex(log, height + 1);
  const index = (next ?? log.size) - 1;
  return index >= 0 && (await readParsed(log, index)).height === height ? index : undefined;
}

async function readParsed(
  log: EntryReader,
  index: number,
  bytes?: Uint8Array[],
): Promise<TransactionEntry | BlockEntry> {
  if (index >= log.size) throw new NodeError('out-of-range', { index, size: log.size });
  const entry = await log.readEntry(index);
  bytes?.push(entry);
  return parseEntry(entry);
}

/** The id in a transaction whose entry is in the log: it was parsed strictly before it came there. */
export function idOf(jws: string): string {
  const payload = Buffer.from(jws.slice(jws.indexOf('.') + 1, jws.lastIndexOf('.')), 'base64url').toString();
  return (JSON.parse(payload) as { readonly id: string }).id;
}
