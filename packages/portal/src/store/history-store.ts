import type { CheckpointEvidence } from '@minglu/sdk';
import { evidenceReason } from '../proof/evidence-reason.ts';
import { localRecord } from './local-record.ts';

/** Two checkpoints that cannot both be honest. Kept until the reader deletes it; never overwritten. */
export interface KeptEvidence extends CheckpointEvidence {
  readonly reason: 'forked' | 'rolled-back' | 'unproved';
  readonly seenAt: number;
}

const evidence = localRecord('minglu.evidence', parseEvidence);
const CHANGED = 'minglu-evidence';
const MOST = 20;

export function readEvidence(): readonly KeptEvidence[] {
  return evidence.read() ?? [];
}

export function keepEvidence(found: CheckpointEvidence, seenAt: number): void {
  const kept = readEvidence();
  if (kept.length >= MOST || kept.some((one) => one.older === found.older && one.newer === found.newer)) return;
  evidence.write([...kept, { ...found, reason: evidenceReason(found), seenAt }]);
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
