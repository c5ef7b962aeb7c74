import type { Sidecar, Transaction } from '@minglu/protocol';
import type { Deed } from './deed.ts';
import { type Refusal, refuse } from './refusals.ts';
import { MAX_WINDOW_MS } from './state/replay-window.ts';

/** Refusals that leave no trace in state: the transaction is not for this chain, or not for this time. */
export function windowRefusal({ chain, notAfter }: Transaction, here: string, timeMs: number): Refusal | undefined {
  if (chain !== here) return refuse('wrong-chain');
  if (notAfter <= timeMs) return refuse('expired', { time: timeMs });
  return notAfter > timeMs + MAX_WINDOW_MS ? refuse('window-too-long', { time: timeMs }) : undefined;
}

/**
 * The sidecar that came must be the one that was signed for. Checked again inside a block: whoever orders may have
 * swapped it.
 */
export function sidecarRefusal(
  transaction: Transaction,
  sidecar: Sidecar | undefined,
  expects: Deed['sidecar'],
): Refusal | undefined {
  const commitment = transaction.sidecarCommitment;
  if (commitment === undefined) {
    if (sidecar !== undefined) return refuse('sidecar-unexpected');
    return expects === 'required' ? refuse('sidecar-missing') : undefined;
  }
  if (expects === 'none') return refuse('sidecar-unexpected');
  if (sidecar === undefined) return refuse('sidecar-missing');
  return sidecar.commitment === commitment ? undefined : refuse('sidecar-mismatch');
}
