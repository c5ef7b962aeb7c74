import type { CheckpointEvidence } from '@minglu/sdk';
import { localRecord } from './local-record.ts';

/** Two checkpoints that cannot both be honest. Kept until the reader deletes it; never overwritten. */
export interface KeptEvidence extends CheckpointEvidence {
  readonly reason: 'forked' | 'rolled-back' | 'unproved';
  readonly seenAt: number;
}

const evidence = localRecord('minglu.evidence', parseEvidence);
const CHANGED = 'minglu-evidence';

export function readEvidence(): readonly KeptEvidence[] {
  return evidence.read() ?? [];
}

/** Adds to the end; what is there stays as it is. */
export function writeEvidence(kept: readonly KeptEvidence[]): void {
  evidence.write([...kept]);
  dispatchEvent(new Event(CHANGED));
}

export function forgetEvidence(): void {
  evidence.clear();
  dispatchEvent(new Event(CHANGED));
}

export function followEvidence(onChange: () => void): () => void {
  addEventListener(CHANGED, onChange);
  addEventListener('storage', onChange);
  return () => {
    removeEventListener(CHANGED, onChange);
    removeEventListener('storage', onChange);
  };
}

function parseEvidence(raw: unknown): readonly KeptEvidence[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  return raw.filter((one) => typeof one?.older === 'string' && typeof one?.newer === 'string') as KeptEvidence[];
}
