import {
  type CheckSignature,
  documentKey,
  formatDocumentProof,
  getListing,
  type JsonValue,
  parseStateProof,
  readSealedDocument,
  type SealedDocument,
  type Trust,
  verifyDocument,
} from '@minglu/protocol';
import { api } from '../server/api.ts';
import { type Failure, failureOf } from '../server/failure.ts';

type Listing = ReturnType<typeof getListing>;

/** What was found in a PDF. `changed` accuses; `unsealed` and `unlisted` do not; `unasked`: the ledger could not be asked. */
export type DocumentFinding =
  | {
      readonly kind: 'sealed';
      readonly document: SealedDocument;
      readonly listing: Listing;
      /** Text of the document proof, for whoever checks it again elsewhere. */
      readonly proof: string;
      readonly tookMs: number;
    }
  | { readonly kind: 'unlisted' | 'unasked'; readonly document: SealedDocument; readonly failure: Failure }
  | { readonly kind: 'unsealed' | 'changed'; readonly failure: Failure };

/**
 * Checks a sealed PDF here: its seal, its time stamp, and the ledger's word for it. Only its hash is asked about, and the
 * file goes nowhere. Never throws.
 */
export async function checkDocument(
  bytes: Uint8Array,
  trust: Trust,
  checkSignature: CheckSignature,
): Promise<DocumentFinding> {
  const begun = performance.now();
  let document: SealedDocument | undefined;
  try {
    document = await readSealedDocument(bytes, { checkSignature });
    const proof = await fetchProof(document.digest);
    const verified = await verifyDocument(bytes, proof, { trust, checkSignature });
    return { kind: 'sealed', document, listing: getListing(verified), proof, tookMs: performance.now() - begun };
  } catch (error) {
    return judge(failureOf(error), document);
  }
}

function judge(failure: Failure, document: SealedDocument | undefined): DocumentFinding {
  if (failure.code === 'document-unsealed') return { kind: 'unsealed', failure };
  if (document === undefined) return { kind: 'changed', failure };
  if (failure.code === 'document-not-listed') return { kind: 'unlisted', document, failure };
  // What the ledger's server answers is no part of the file: only a proof that fits and says otherwise accuses it.
  const accuses = ['document-other-seal', 'document-stamp-authority'].includes(failure.code);
  return accuses ? { kind: 'changed', failure } : { kind: 'unasked', document, failure };
}

async function fetchProof(digest: string): Promise<string> {
  const { value, state, block } = await api.get('/api/state', { key: documentKey(digest) });
  return formatDocumentProof({ digest, value, state: parseStateProof(state as JsonValue), block });
}
