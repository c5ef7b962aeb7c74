import type { HashFunction } from '../encoding/sha256.ts';
import type { BlockEntry, TransactionEntry } from '../entry/entry.ts';
import { parseEntry } from '../entry/parse-entry.ts';
import { ProtocolError } from '../errors.ts';
import type { CheckSignature } from '../keys/check-signature.ts';
import { checkSignedCheckpoint, type WitnessSeen } from '../log/check-checkpoint.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { leafHash } from '../log/merkle-hash.ts';
import { parseTlogProof } from '../log/tlog-proof.ts';
import { verifyInclusion } from '../log/verify-inclusion.ts';
import type { TrustPolicy } from './trust-file.ts';

/** Against what evidence is checked, and with which cryptography; plain JavaScript unless told otherwise. */
export interface VerifyOptions {
  readonly trust: TrustPolicy;
  readonly checkSignature?: CheckSignature;
  readonly hash?: HashFunction;
}

/** "n of m": how many of the trust's `known` witnesses saw it, and how many it wants. */
export interface WitnessPolicy {
  readonly seen: number;
  readonly threshold: number;
  readonly known: number;
}

/** The log's own word: `lines` of its `known` keys signed, and the trust wants `quorum`. More than one only for a cluster. */
export interface LogPolicy {
  readonly lines: number;
  readonly quorum: number;
  readonly known: number;
}

/** Where an entry stands, under which checkpoint, and who saw that checkpoint. */
export interface VerifiedPlace {
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly log: LogPolicy;
  readonly witnesses: readonly WitnessSeen[];
  readonly policy: WitnessPolicy;
  /** Whether enough witnesses saw it. False is for the caller to weigh: fresh evidence has none yet. */
  readonly policyMet: boolean;
}

export interface VerifiedEntry extends VerifiedPlace {
  readonly entry: TransactionEntry | BlockEntry;
}

/**
 * Checks that a tlog-proof carries an entry, and that as many log keys as the trust wants signed a checkpoint of the trust's
 * origin in whose tree the entry stands at the index. Throws the code of the part that failed.
 */
export async function verifyEntryProof(text: string, options: VerifyOptions): Promise<VerifiedEntry> {
  const { trust, checkSignature, hash } = options;
  const { extra, index, path, checkpoint: note } = parseTlogProof(text);
  if (extra === undefined) throw new ProtocolError('receipt-entry-missing');
  const entry = parseEntry(extra);
  const { checkpoint, logLines, witnesses } = await checkSignedCheckpoint(note, trust, checkSignature);
  const { size, root } = checkpoint;
  if (!verifyInclusion({ leaf: leafHash(extra, hash), index, size, path, root }, hash)) {
    throw new ProtocolError('receipt-inclusion');
  }
  const policy = { seen: witnesses.length, threshold: trust.threshold, known: trust.witnesses.length };
  const log = { lines: logLines, quorum: trust.quorum ?? 1, known: trust.logKeys.length };
  return { entry, index, checkpoint, log, witnesses, policy, policyMet: policy.seen >= policy.threshold };
}
