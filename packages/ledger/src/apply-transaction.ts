import { commitTrace, type HashFunction, isRefused, type LedgerEvent, type Outcome } from '@minglu/protocol';
import { sidecarRefusal, windowRefusal } from './admission.ts';
import type { BlockTransaction } from './block.ts';
import type { ContractDesk } from './contract/contract-desk.ts';
import type { Deed, DeedContext, Effect, Representation } from './deed.ts';
import { event } from './events.ts';
import { LedgerError } from './ledger-error.ts';
import { findDeed } from './modules.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { Draft } from './state/draft.ts';
import type { ReplayWindow } from './state/replay-window.ts';

/** The block a transaction stands in. */
export interface BlockContext {
  readonly draft: Draft;
  readonly replay: ReplayWindow;
  readonly chain: string;
  readonly timeMs: number;
  readonly height: number;
  readonly protocol: number;
  readonly contracts: ContractDesk;
  readonly hash: HashFunction;
}

export interface AppliedTransaction {
  readonly outcome: Outcome;
  readonly trace: string | undefined;
}

/**
 * Applies one transaction of a block. A refused one changes nothing but its replay mark: rules only read, and the
 * effect, which writes, cannot refuse.
 */
export function applyTransaction(entry: BlockTransaction, block: BlockContext): AppliedTransaction {
  const { transaction } = entry;
  const { id, notAfter } = transaction;
  const outside = windowRefusal(transaction, block.chain, block.timeMs);
  if (outside !== undefined) return refused(outside);
  if (block.replay.has(id, notAfter)) return refused(refuse('replayed'));
  block.replay.mark(id, notAfter);

  const deed = findDeed(transaction.deed, block.protocol);
  if (deed === undefined) return refused(refuse('deed-unknown'));
  const erased = erasedOutcome(entry);
  if (erased !== undefined && isRefused(erased)) return { outcome: erased, trace: undefined };
  const context = contextOf(entry, erased, block);
  const refusal = admissionRefusal(context, deed) ?? deed.refusal(context);
  if (refusal !== undefined) return refused(refusal);
  const standing = deed.standsFor(context);
  const mandate = standing === undefined ? [] : [mandateUsed(standing, context)];
  const { events, ...rest } = deed.effect(context, block.draft);
  return accepted({ ...rest, events: [...events, ...mandate] }, context);
}

/** Whoever is acted for is told of it, each time and by which form: an agent has no silent deed. */
function mandateUsed({ principal, form }: Representation, { transaction, records }: DeedContext): LedgerEvent {
  const { kid: agent, deed } = transaction;
  const given = records.find('mandate', `${principal}/${agent}`)?.case ?? '';
  return event('mandate.used', { case: given, principal, agent, form, deed });
}

/** A record is believed only where nothing is left to decide by: a sidecar was signed for, and is gone. */
function erasedOutcome({ transaction, sidecar, erased }: BlockTransaction): Outcome | undefined {
  return sidecar === undefined && transaction.sidecarCommitment !== undefined ? erased : undefined;
}

function contextOf(
  { transaction, sidecar }: BlockTransaction,
  erased: Outcome | undefined,
  block: BlockContext,
): DeedContext {
  const { draft, chain, timeMs, height, contracts, hash } = block;
  return { records: draft, transaction, sidecar, erased, chain, timeMs, height, contracts, hash };
}

function admissionRefusal({ transaction, sidecar, erased }: DeedContext, deed: Deed): Refusal | undefined {
  const malformed = deed.bodyRefusal(transaction.body);
  if (malformed !== undefined || erased !== undefined) return malformed;
  return sidecarRefusal(transaction, sidecar, deed.sidecar);
}

function accepted({ events, trace }: Effect, { sidecar, erased, hash }: DeedContext): AppliedTransaction {
  if (erased !== undefined) return { outcome: sameAsRecorded(events, erased), trace: undefined };
  if (trace === undefined || sidecar === undefined) return { outcome: { events }, trace: undefined };
  return { outcome: { events, trace: commitTrace(sidecar.salt, trace, hash) }, trace };
}

/** What the public part alone decides must agree with the record, or the record was tampered with. */
function sameAsRecorded(events: Effect['events'], recorded: Outcome): Outcome {
  if (isRefused(recorded) || JSON.stringify(recorded.events) !== JSON.stringify(events)) {
    throw new LedgerError('recorded-outcome-differs');
  }
  return recorded;
}

function refused(refusal: Refusal): AppliedTransaction {
  return { outcome: refusal, trace: undefined };
}
