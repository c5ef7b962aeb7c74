import { emptyRoot, parseEntry } from '@minglu/protocol';
import { noteOf, type SignedCheckpoint } from '../checkpoints/signed-checkpoint.ts';
import { toNodeError } from '../halt.ts';
import type { LedgerNode } from '../ledger-node.ts';
import { NodeError } from '../node-error.ts';
import type { NodeOptions } from '../node-options.ts';
import { RunningNode } from '../running-node.ts';
import type { FileSystem } from '../store/file-system.ts';
import { askForSecondHistory } from '../witness/second-history.ts';
import { assemble, type Parts } from './assemble.ts';
import { checkFounding, checkGenesis, genesisBlock } from './check-genesis.ts';
import { checkLogKey } from './check-log-key.ts';
import { recover } from './recover.ts';
import type { Stores } from './stores.ts';

const WITNESS_PATIENCE_MS = 10_000;
const WITNESS_TIMEOUT_MS = 2_000;

/**
 * Goes on with the chain in `stores`, or founds it in empty ones. What is durable is brought to its end first; then
 * the witnesses are asked; only then is anything signed. Closes the stores when it throws.
 */
export async function openNodeOn(stores: Stores, options: NodeOptions, fileSystem: FileSystem): Promise<LedgerNode> {
  let parts: Parts | undefined;
  try {
    parts = await assemble(options, stores, fileSystem);
    await begin(parts);
    return new RunningNode(parts);
  } catch (error) {
    await parts?.authenticator.close();
    parts?.pusher.close();
    parts?.space.close();
    await parts?.gate?.close();
    await parts?.history.close();
    await stores.close();
    throw toNodeError(error);
  }
}

async function begin(parts: Parts): Promise<void> {
  const { stores, options, chain, target, history } = parts;
  const { genesis } = options;
  await checkLogKey(history, target.signer.vkey);
  if (stores.state.mark().height >= 0) checkFounding(stores.state, genesis);
  parts.metrics.add('recovered_blocks', await recover(stores, chain));
  const isFounding = stores.state.mark().height < 0;
  const block = genesisBlock(genesis, options.genesisTransactions);
  if (isFounding) checkGenesis(block, target.runtime);
  else checkFounding(stores.state, genesis);
  const head = await signHead(parts);
  await askWitnesses(parts, head);
  if (isFounding) {
    target.crash(12);
    await chain.deliver(block).durable;
  } else {
    await resume(parts, head);
  }
  await gather(parts);
  const { height, logSize: size } = stores.state.mark();
  const newest = { size, root: stores.log.root(size) };
  parts.sequencer.start({ height, timeMs: parts.published.timeMs, head: newest }, chain);
}

/** The last head once more (the same bytes give the same signature), or the empty log's, consistent with every other. */
async function signHead({ stores, target }: Parts): Promise<SignedCheckpoint> {
  const { height, logSize: size } = stores.state.mark();
  const root = size === 0 ? emptyRoot() : stores.log.root(size);
  return target.signer.sign({ size, root, height, timeMs: 0 });
}

async function askWitnesses({ options, receipts, pusher }: Parts, head: SignedCheckpoint): Promise<void> {
  const sizes = await askForSecondHistory({
    witnesses: options.witnesses,
    head,
    findConsistencyPath: (oldSize, newSize) => receipts.tree(newSize).consistencyPath(oldSize),
    timeoutMs: WITNESS_TIMEOUT_MS,
    patienceMs: options.witnessPatienceMs ?? WITNESS_PATIENCE_MS,
    isSilenceAllowed: options.allowUnwitnessedStart ?? false,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  for (const [name, size] of sizes) pusher.learn(name, size);
}

/** From here on a cluster's member shows what the others sign too, the head it begins with first. */
async function gather({ gate, board, history, pusher }: Parts): Promise<void> {
  const head = board.findNewest();
  if (gate === undefined || head === undefined) return;
  await gate.start(head, (signed) => {
    board.publish(signed);
    history.record(signed.size, noteOf(signed), true);
    pusher.notify();
  });
}

/** Puts up again what stood there before the stop. */
async function resume(parts: Parts, head: SignedCheckpoint): Promise<void> {
  const { stores, board, published, follows, history, pusher } = parts;
  const entry = await stores.log.entry(head.size - 1);
  const parsed = parseEntry(entry);
  if (parsed.type !== 'block') throw new NodeError('damaged', { index: head.size - 1, remedy: 'run fsck' });
  const block = { ...parsed, size: head.size };
  const checkpoint = { ...head, timeMs: block.time, ...(parts.gate === undefined ? {} : { isShort: true as const }) };
  board.publish(checkpoint);
  published.publish({ block, entries: [{ bytes: entry }] });
  follows.resume(block.height);
  history.record(head.size, noteOf(checkpoint), false);
  pusher.notify();
}
