import { type LedgerEvent, type Outcome, sha256 } from '@minglu/protocol';
import { applyTransaction, type BlockContext } from './apply-transaction.ts';
import type { AppliedBlock, Block } from './block.ts';
import { ContractDesk } from './contract/contract-desk.ts';
import { applyDue, MAX_DUE_PER_BLOCK } from './due/apply-due.ts';
import { applyGenesis } from './genesis.ts';
import { LedgerError } from './ledger-error.ts';
import { enterProtocol } from './protocol-version.ts';
import type { Runtime } from './runtime.ts';
import { Draft } from './state/draft.ts';
import { ReplayWindow } from './state/replay-window.ts';
import type { StateReader } from './state/state-reader.ts';

/**
 * The state machine: what a block does to state, as a value. A function of its arguments alone. Due effects come
 * first, then the transactions in their order. Throws `LedgerError` only where a node must stop.
 */
export function applyBlock(state: StateReader, block: Block, runtime: Runtime): AppliedBlock {
  const draft = new Draft(state);
  const replay = new ReplayWindow(state);
  const hash = runtime.hash ?? sha256;
  const blockEvents: LedgerEvent[] = [];
  openBlock(draft, block, runtime);
  const protocol = enterProtocol(draft, block.height, blockEvents);
  blockEvents.push(...applyDue(draft, state.due(block.time, MAX_DUE_PER_BLOCK), block.time));

  const { time: timeMs, height } = block;
  const contracts = new ContractDesk(runtime.contracts);
  const context: BlockContext = {
    draft,
    replay,
    chain: runtime.genesis.chain,
    timeMs,
    height,
    protocol,
    contracts,
    hash,
  };
  const outcomes: Outcome[] = [];
  const traces: (string | undefined)[] = [];
  for (const entry of block.transactions) {
    const applied = applyTransaction(entry, context);
    outcomes.push(applied.outcome);
    traces.push(applied.trace);
  }
  const replayChanges = replay.close(draft, timeMs, hash);
  return { outcomes, traces, blockEvents, changes: { ...draft.changes(), replay: replayChanges }, protocol };
}

/** A block out of its place would be applied to the wrong state: the node stops instead. */
function openBlock(draft: Draft, block: Block, { genesis }: Runtime): void {
  const chain = draft.find('chain', '');
  if (chain === undefined) {
    applyGenesis(draft, block, genesis);
    return;
  }
  if (chain.name !== genesis.chain) throw new LedgerError('genesis-invalid');
  const clock = draft.get('clock', '');
  if (block.height !== clock.height + 1) {
    throw new LedgerError('block-out-of-order', { height: block.height, expected: clock.height + 1 });
  }
  if (block.time < clock.time) throw new LedgerError('block-out-of-order', { time: block.time, notBefore: clock.time });
  draft.write('clock', '', { ...clock, height: block.height, time: block.time });
}
