import { equalBytes } from '../encoding/bytes.ts';
import { type BlockEntry, isRefused } from '../entry/entry.ts';
import { ProtocolError } from '../errors.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import { type LicenceProof, parseLicenceProof } from './licence-proof.ts';
import { type LicenceRecord, licenceKey, readLicence } from './licence-record.ts';
import { type VerifiedPlace, type VerifyOptions, verifyEntryProof } from './verify-entry-proof.ts';
import { type VerifiedReceipt, verifyReceipt } from './verify-receipt.ts';
import { verifyStateProof } from './verify-state-proof.ts';

/**
 * What the ledger said of a licence number when `block` was made; place, checkpoint and witnesses are those of its
 * entry. How old that may be is for the caller to weigh.
 */
export interface VerifiedLicence extends VerifiedPlace {
  readonly number: string;
  /** The value text; null when the number stood nowhere. */
  readonly value: string | null;
  readonly licence: LicenceRecord | undefined;
  readonly block: BlockEntry;
  /** The transaction that issued the licence, when the proof carries it; its witnesses are its own. */
  readonly transaction: VerifiedReceipt | undefined;
}

/** Checks every part of a licence proof. Throws a ProtocolError with the code of the part that failed. */
export async function verifyLicenceProof(text: string, options: VerifyOptions): Promise<VerifiedLicence> {
  return checkLicenceProof(parseLicenceProof(text), options);
}

/** As `verifyLicenceProof`, of a proof that is already parsed. */
export async function checkLicenceProof(proof: LicenceProof, options: VerifyOptions): Promise<VerifiedLicence> {
  const { number, value, state } = proof;
  const { entry: block, ...place } = await verifyEntryProof(proof.block, options);
  if (block.type !== 'block') throw new ProtocolError('receipt-entry-type');
  const claim = { root: block.stateRoot, key: licenceKey(number), value, proof: state };
  if (!verifyStateProof(claim, options.hash)) throw new ProtocolError('licence-proof-state');
  const licence = value === null ? undefined : readLicence(value);
  const verified = { ...place, number, value, licence, block };
  if (proof.transaction === undefined) return { ...verified, transaction: undefined };
  const receipt = await verifyReceipt(proof.transaction, options);
  checkIssue(receipt, { number, licence, block: { index: place.index, entry: block, checkpoint: place.checkpoint } });
  return { ...verified, transaction: receipt };
}

interface Issued {
  readonly number: string;
  readonly licence: LicenceRecord | undefined;
  readonly block: { readonly index: number; readonly entry: BlockEntry; readonly checkpoint: Checkpoint };
}

/** The receipt must be of the very transaction that issued this licence, in the history that the block closes. */
function checkIssue(receipt: VerifiedReceipt, { number, licence, block }: Issued): void {
  const { entry, index } = receipt;
  const events = isRefused(entry.outcome) ? [] : entry.outcome.events;
  const issues = events.some(([name, facts]) => {
    return name === 'licence.issued' && facts.number === number && facts.case === licence?.case;
  });
  const before = index < block.index && entry.height <= block.entry.height;
  if (licence === undefined || !issues || !before) throw new ProtocolError('licence-proof-transaction');
  if (areForked(receipt.checkpoint, block.checkpoint)) throw new ProtocolError('checkpoints-forked');
}

/** Two checkpoints of one size and two roots: the log tells two histories. */
export function areForked(left: Checkpoint, right: Checkpoint): boolean {
  return left.size === right.size && !equalBytes(left.root, right.root);
}
