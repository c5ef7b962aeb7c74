import type { CheckpointEvidence } from '@minglu/sdk';
import { evidenceReason } from '../proof/evidence-reason.ts';
import { readEvidence, writeEvidence } from './history-store.ts';

const MOST = 20;

/** Apart from reading it, which every page does: only what verifies finds evidence. */
export function keepEvidence(found: CheckpointEvidence, seenAt: number): void {
  const kept = readEvidence();
  if (kept.length >= MOST || kept.some((one) => one.older === found.older && one.newer === found.newer)) return;
  writeEvidence([...kept, { ...found, reason: evidenceReason(found), seenAt }]);
}
