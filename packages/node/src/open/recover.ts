import type { BlockTransaction } from '@minglu/ledger';
import { type Outcome, parseEntry, parseSidecar, parseTransaction } from '@minglu/protocol';
import type { Chain } from '../chain.ts';
import { appendMissing } from '../commit/commit-block.ts';
import { decodeJournalPayload, type JournaledBlock } from '../commit/journal-payload.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import { findFirstIndex, readBlock } from '../follow/read-block.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { NodeError } from '../node-error.ts';
import { StoreError } from '../store/store-error.ts';
import type { Stores } from './stores.ts';

/**
 * Brings log and state to the end of what is durable, through the commit path: first the blocks that only the log still
 * has (a state that was dropped), then those of the journal. Answers how many blocks were applied again.
 */
export async function recover(stores: Stores, chain: Pick<Chain, 'recover'>): Promise<number> {
  const { journal, log, state, signedHead } = stores;
  const firstJournaled = journal.heights()?.first ?? Number.POSITIVE_INFINITY;
  let applied = 0;
  for await (const block of blocksOfLog(log, state.mark().height + 1, firstJournaled)) {
    await chain.recover(block);
    applied += 1;
  }
  if (journal.heights() !== undefined) {
    for await (const { payload } of journal.read(firstJournaled)) {
      const journaled = decodeJournalPayload(payload);
      if (journaled.block.height > state.mark().height) {
        await chain.recover(journaled);
        applied += 1;
      } else if (journaled.head.size > log.size()) {
        appendJournaled(journaled, log);
      }
    }
  }
  checkEnd(state.mark().logSize, log, signedHead.last());
  return applied;
}

/** The state came to disk before these entries did: nothing is decided again, the journal has them as they were. */
function appendJournaled({ head, entries, block }: JournaledBlock, log: LogStore): void {
  const { root } = appendMissing(entries, head.size - entries.length, log);
  if (Buffer.compare(root, head.root) === 0) return;
  throw new NodeError('entries-diverged', { height: block.height, remedy: 'run fsck' });
}

/** A head on disk says that what it covers was there: less than that is damage, and signing on would fork. */
function checkEnd(size: number, log: LogStore, last: { size: number; root: Uint8Array } | undefined): void {
  const remedy = 'bring back the newest copy of this directory; never sign from this one';
  if (last !== undefined && last.size > size) {
    throw new NodeError('second-history', { file: 'signed-head', signedSize: last.size, ownSize: size, remedy });
  }
  if (last !== undefined && last.size === size && Buffer.compare(last.root, log.root(size)) !== 0) {
    throw new NodeError('second-history', { file: 'signed-head', signedSize: last.size, ownSize: size, remedy });
  }
  if (log.size() > size) throw new NodeError('entries-diverged', { index: size, size: log.size(), remedy: 'run fsck' });
}

/** Blocks as the bundles hold them, up to (not including) `untilHeight`, with what they must lead to. */
export async function* blocksOfLog(
  log: LogStore,
  fromHeight: number,
  untilHeight = Number.POSITIVE_INFINITY,
): AsyncGenerator<JournaledBlock> {
  if (fromHeight >= untilHeight) return;
  const entries = { size: log.size(), readEntry: (index: number) => log.entry(index) };
  let index = fromHeight === 0 ? 0 : await findFirstIndex(entries, fromHeight);
  while (index !== undefined && index < entries.size) {
    const { height, time, stateRoot, size, transactions } = await readBlock(entries, index);
    if (height >= untilHeight) return;
    const ordered: BlockTransaction[] = [];
    for (const { index: at, jws, outcome } of transactions) ordered.push(await withSidecar(log, at, jws, outcome));
    const block = { height, time, transactions: ordered };
    yield { block, stateRoot, head: { size, root: log.root(size) }, entries: [] };
    index = size;
  }
}

async function withSidecar(log: LogStore, index: number, jws: string, recorded: Outcome): Promise<BlockTransaction> {
  const transaction = parseTransaction(jws, nativeHash);
  if (transaction.sidecarCommitment === undefined) return { transaction, sidecar: undefined };
  try {
    const text = await log.findAttachment('sidecar', index);
    if (text !== undefined) return { transaction, sidecar: parseSidecar(text, nativeHash) };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'erased') throw error;
    return { transaction, sidecar: undefined, erased: recorded };
  }
  return { transaction, sidecar: undefined };
}

/** Hash of the block entry that ends the log of `size` entries: what the next block names as its previous. */
export async function lastEntryHash(log: LogStore, size: number): Promise<Uint8Array> {
  if (size === 0) return new Uint8Array(32);
  const bytes = await log.entry(size - 1);
  if (parseEntry(bytes).type !== 'block') throw new NodeError('damaged', { index: size - 1, remedy: 'run fsck' });
  return nativeHash(bytes);
}
