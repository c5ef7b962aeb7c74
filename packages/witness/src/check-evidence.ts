import type { CheckSignature, Vkey } from '@minglu/protocol';
import {
  base64Decode,
  checkCheckpoint,
  checkSignaturePure,
  equalBytes,
  parseStrictJsonObject,
  verifyConsistency,
} from '@minglu/protocol';
import type { TreeHead } from './compare-trees.ts';
import type { Evidence, EvidenceKind } from './evidence.ts';
import { WitnessError } from './witness-error.ts';

/** What a third party has: the log's origin and keys. Nothing else is needed, and no network. */
export interface EvidenceTrust {
  readonly origin: string;
  readonly logKeys: readonly Vkey[];
}

export interface CheckedEvidence {
  readonly kind: EvidenceKind;
  readonly older: TreeHead;
  readonly newer: TreeHead;
  /** Whether the file alone proves that the log's key signed two histories. */
  readonly convicts: boolean;
}

const KINDS: readonly string[] = ['fork', 'rewrite', 'unproved', 'rollback', 'broken-chain', 'unreadable'];

/** Reads and checks an evidence file. Throws `evidence-malformed` when it does not show what it says. */
export async function checkEvidence(
  text: string,
  trust: EvidenceTrust,
  checkSignature: CheckSignature = checkSignaturePure,
): Promise<CheckedEvidence> {
  const evidence = parseEvidence(text);
  const older = await signedHead(evidence.older, trust, checkSignature);
  const newer = await signedHead(evidence.newer, trust, checkSignature);
  const { kind } = evidence;
  if (kind === 'fork') {
    require(older.size === newer.size && !equalBytes(older.root, newer.root), 'fork');
    return { kind, older, newer, convicts: true };
  }
  if (kind === 'rewrite') {
    require(provesOtherRoot(evidence, older, newer), 'provenProof');
    return { kind, older, newer, convicts: true };
  }
  if (kind === 'rollback') require(newer.size < older.size, 'rollback');
  if (kind === 'unproved') {
    const path = hashes(evidence.failedProof, 'failedProof');
    const claim = { oldSize: older.size, oldRoot: older.root, newSize: newer.size, newRoot: newer.root, path };
    require(!verifyConsistency(claim), 'failedProof');
  }
  return { kind, older, newer, convicts: false };
}

/** The newer root commits to one root at the older size; shown to be another than the one the log signed there. */
function provesOtherRoot(evidence: Evidence, older: TreeHead, newer: TreeHead): boolean {
  const [provenRoot] = hashes(evidence.provenRoot === undefined ? undefined : [evidence.provenRoot], 'provenRoot');
  if (provenRoot === undefined || equalBytes(provenRoot, older.root)) return false;
  const path = hashes(evidence.provenProof, 'provenProof');
  return verifyConsistency({
    oldSize: older.size,
    oldRoot: provenRoot,
    newSize: newer.size,
    newRoot: newer.root,
    path,
  });
}

async function signedHead(note: string, trust: EvidenceTrust, checkSignature: CheckSignature): Promise<TreeHead> {
  try {
    const { checkpoint, logLine } = await checkCheckpoint(note, { ...trust, witnesses: [] }, checkSignature);
    if (logLine) return { size: checkpoint.size, root: checkpoint.root };
  } catch {
    // falls through: a note that cannot be read is as good as unsigned
  }
  throw new WitnessError('evidence-malformed', { part: 'checkpoint-not-signed' });
}

function parseEvidence(text: string): Evidence {
  try {
    const value = parseStrictJsonObject(text);
    const { v, type, kind, older, newer } = value;
    const sound = v === 0 && type === 'minglu-log-evidence' && typeof older === 'string' && typeof newer === 'string';
    if (sound && typeof kind === 'string' && KINDS.includes(kind)) return value as unknown as Evidence;
  } catch {
    // falls through
  }
  throw new WitnessError('evidence-malformed', { part: 'members' });
}

function hashes(list: readonly string[] | undefined, part: string): Uint8Array[] {
  try {
    if (Array.isArray(list)) return list.map((text) => base64Decode(text));
  } catch {
    // falls through
  }
  throw new WitnessError('evidence-malformed', { part });
}

function require(holds: boolean, part: string): void {
  if (!holds) throw new WitnessError('evidence-malformed', { part });
}
