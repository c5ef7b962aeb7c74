import type { JsonObject } from '@minglu/protocol';

/**
 * What was seen and cannot be explained away. `fork`: one size, two roots, both signed by the log. `rewrite`: the newer
 * tree provably begins with something else than the older root. These two convict by themselves. `unproved`: the log
 * signed both but the proof it sent fails (anyone may send a bad proof, so it asks for a look at the tiles).
 * `rollback`: the log served less than it had signed. `broken-chain`: the entries do not make sense one after another
 * (`detail` says where). `unreadable`: the log's own hashes or entries do not make the root it signed.
 */
export type EvidenceKind = 'fork' | 'rewrite' | 'unproved' | 'rollback' | 'broken-chain' | 'unreadable';

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly origin: string;
  /** Who kept it, and where both texts came from: `log`, or a witness's name. */
  readonly observer: string;
  readonly olderFrom: string;
  readonly newerFrom: string;
  readonly seenAt: number;
  /** Signed notes as they arrived. */
  readonly older: string;
  readonly newer: string;
  /** The consistency proof that failed as it was sent (base64 hashes). */
  readonly failedProof?: readonly string[];
  /** A proof that holds from `provenRoot` (at the older size) to the newer root: base64. */
  readonly provenRoot?: string;
  readonly provenProof?: readonly string[];
  readonly detail?: string;
}

export function formatEvidence(evidence: Evidence): string {
  const members: Record<string, unknown> = { v: 0, type: 'minglu-log-evidence', ...evidence };
  return JSON.stringify(members as JsonObject);
}
