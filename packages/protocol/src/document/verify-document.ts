import type { BlockEntry } from '../entry/entry.ts';
import { ProtocolError } from '../errors.ts';
import { type VerifiedPlace, type VerifyOptions, verifyEntryProof } from '../evidence/verify-entry-proof.ts';
import { verifyStateProof } from '../evidence/verify-state-proof.ts';
import { parseDocumentProof } from './document-proof.ts';
import { type DocumentRecord, documentKey, readDocumentRecord } from './document-record.ts';
import { readSealedDocument, type SealedDocument } from './read-sealed-document.ts';

/** What the ledger said of the file when `block` was made; no record: proved that no organ had listed it. */
export interface ListedAs extends VerifiedPlace {
  readonly record: DocumentRecord | undefined;
  readonly block: BlockEntry;
}

/** A file whose seal holds, and what the ledger says of it where a proof was at hand. */
export interface VerifiedDocument extends SealedDocument {
  readonly listed: ListedAs | undefined;
}

/**
 * Checks the seal of a 文书, its time stamp, and the ledger's word for it. The seal alone shows only that the file is
 * whole: anybody can make a certificate with an organ's name on it. Throws the code of the part that failed.
 * @param proof text of a document proof; nothing where there is none
 */
export async function verifyDocument(
  bytes: Uint8Array,
  proof: string | undefined,
  options: VerifyOptions,
): Promise<VerifiedDocument> {
  const sealed = await readSealedDocument(bytes, options);
  return { ...sealed, listed: proof === undefined ? undefined : await checkListing(sealed, proof, options) };
}

/** What the ledger says of a document. Throws `document-proof-missing`, `document-not-listed` where it says nothing of it. */
export function getListing({ listed }: VerifiedDocument): ListedAs & { readonly record: DocumentRecord } {
  if (listed === undefined) throw new ProtocolError('document-proof-missing');
  const { record } = listed;
  if (record === undefined) throw new ProtocolError('document-not-listed');
  return { ...listed, record };
}

async function checkListing(sealed: SealedDocument, text: string, options: VerifyOptions): Promise<ListedAs> {
  const { digest, value, state, block: note } = parseDocumentProof(text);
  if (digest !== sealed.digest) throw new ProtocolError('document-proof-digest');
  const { entry: block, ...place } = await verifyEntryProof(note, options);
  if (block.type !== 'block') throw new ProtocolError('receipt-entry-type');
  const claim = { root: block.stateRoot, key: documentKey(digest), value, proof: state };
  if (!verifyStateProof(claim, options.hash)) throw new ProtocolError('document-proof-state');
  const record = value === null ? undefined : readDocumentRecord(value);
  if (record !== undefined && record.certificate !== sealed.certificate) throw new ProtocolError('document-other-seal');
  // An organ says whose stamps it uses: anybody can run an authority that says any time.
  if (record !== undefined && sealed.stamp !== undefined && sealed.stamp.authority !== record.stamp)
    throw new ProtocolError('document-stamp-authority');
  return { ...place, record, block };
}
