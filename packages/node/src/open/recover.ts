import type { BlockTransaction } from '@minglu/ledger';
import { parseEntry, parseSidecar, parseTransaction } from '@minglu/protocol';
import type { Chain } from '../chain.ts';
import type { FindAttachment } from '../check/scan-attachments.ts';
import { appendMissing } from '../commit/commit-block.ts';
import { decodeJournalPayload, type JournaledBlock } from '../commit/journal-payload.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import type { CommittedTransaction } from '../follow/committed-block.ts';
import { findFirstIndex, readBlock } from '../follow/read-block.ts';
import type { Journal } from '../journal/journal.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { NodeError } from '../node-error.ts';
import { StoreError } from '../store/store-error.ts';
import type { Stores } from './stores.ts';

const REMEDY = 'bring back the newest copy of this directory; never sign from this one';

/**
 * Brings log and state to the end of what is durable, through the commit path: first the blocks that only the log still
 * has (a state that was dropped), then those of the journal. Answers how many blocks were applied again.
 */
export async function recover(stores: Stores, chain: Pick<Chain, 'recover' | 'resume'>): Promise<number> {
  const { journal, log, state, signedHead } = stores;
  const start = state.mark();
  const firstJournaled = journal.heights()?.first ?? Number.POSITIVE_INFINITY;
  // After a clean end the log has all that the state has: the whole journal need not be read again to find that out.
  const missing = log.size() < start.logSize ? firstJournaled : Number.POSITIVE_INFINITY;
  for await (const journaled of journaledBlocks(journal, missing)) {
    if (journaled.block.height > start.height) break;
    appendJournaled(journaled, log);
  }
  if (log.size() < start.logSize) {
    throw new NodeError('damaged', { file: 'log', size: log.size(), expected: start.logSize, remedy: REMEDY });
  }
  chain.resume(await lastEntryHash(log, start.logSize));
  for await (const block of blocksOfLog(log, stores.findAttachment, {
    from: start.height + 1,
    until: firstJournaled,
  })) {
    await chain.recover(block);
  }
  for await (const journaled of journaledBlocks(journal, state.mark().height + 1)) await chain.recover(journaled);
  checkEnd(state.mark().logSize, log, signedHead.last());
  return state.mark().height - start.height;
}

async function* journaledBlocks(journal: Journal, from: number): AsyncGenerator<JournaledBlock> {
  const heights = journal.heights();
  if (heights === undefined || heights.last < from) return;
  for await (const { payload } of journal.read(from)) yield decodeJournalPayload(payload);
}

/** The state came to disk before these entries did: nothing is decided again, the journal has them as they were. */
function appendJournaled({ head, entries, block }: JournaledBlock, log: LogStore): void {
  if (head.size <= log.size()) return;
  const { root } = appendMissing(entries, head.size - entries.length, log);
  if (Buffer.compare(root, head.root) === 0) return;
  throw new NodeError('entries-diverged', { height: block.height, remedy: 'run fsck' });
}

/** A head on disk says that what it covers was there: less than that is damage, and signing on would fork. */
function checkEnd(size: number, log: LogStore, last: { size: number; root: Uint8Array } | undefined): void {
  const remedy = REMEDY;
  if (last !== undefined && last.size > size) {
    throw new NodeError('second-history', { file: 'signed-head', signedSize: last.size, ownSize: size, remedy });
  }
  if (last !== undefined && last.size === size && Buffer.compare(last.root, log.root(size)) !== 0) {
    throw new NodeError('second-history', { file: 'signed-head', signedSize: last.size, ownSize: size, remedy });
  }
  if (log.size() > size) throw new NodeError('entries-diverged', { index: size, size: log.size(), remedy: 'run fsck' });
}

/** Blocks as the bundles hold them, from a height up to (not including) another, with what they must lead to. */
export async function* blocksOfLog(
  log: LogStore,
  findAttachment: FindAttachment,
  { from, until = Number.POSITIVE_INFINITY }: { readonly from: number; readonly until?: number },
): AsyncGenerator<JournaledBlock> {
  if (from >= until) return;
  const entries = { size: log.size(), readEntry: (index: number) => log.entry(index) };
  let index = from === 0 ? 0 : await findFirstIndex(entries, from);
  while (index !== undefined && index < entries.size) {
    const bytes: Uint8Array[] = [];
    const { height, time, stateRoot, size, transactions } = await readBlock(entries, index, bytes);
    if (height >= until) return;
    const ordered: BlockTransaction[] = [];
    for (const recorded of transactions) ordered.push(await withSidecar(findAttachment, recorded));
    const block = { height, time, transactions: ordered };
    yield { block, stateRoot, head: { size, root: log.root(size) }, entries: bytes.map((one) => ({ bytes: one })) };
    index = size;
  }
}

async function withSidecar(findAttachment: FindAttachment, recorded: CommittedTransaction): Promise<BlockTransaction> {
  const { jws, index, outcome } = recorded;
  const transaction = parseTransaction(jws, nativeHash);
  if (transaction.sidecarCommitment === undefined) return { transaction, sidecar: undefined };
  try {
    const text = await findAttachment('sidecar', index);
    if (text !== undefined) return { transaction, sidecar: parseSidecar(text, nativeHash) };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'erased') throw error;
    return { transaction, sidecar: undefined, erased: outcome };
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
