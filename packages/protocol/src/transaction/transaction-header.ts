import { digestForm, hasForm } from '../encoding/digest-form.ts';
import type { HashFunction } from '../encoding/sha256.ts';
import { type PublicKey, publicJwk, publicKeyFromText, type Suite } from '../keys/public-key.ts';
import type { LentHeader } from './compact-jws.ts';
import { formatRegisteredHeader, parseRegisteredHeader, registeredForms } from './registered-header.ts';
import { TRANSACTION_TYPE } from './transaction.ts';

/** Who signed, as the header says it. */
export interface TransactionHeader {
  readonly suite: Suite;
  readonly kid: string;
  readonly caseKey: PublicKey | undefined;
}

const TYPE = `"typ":"${TRANSACTION_TYPE}"`;
const CASE_FORMS = [
  ['ES256', digestForm(`{"alg":"ES256",${TYPE},"jwk":{"kty":"EC","crv":"P-256","x":"~","y":"~"}}`)],
  ['Ed25519', digestForm(`{"alg":"Ed25519",${TYPE},"jwk":{"kty":"OKP","crv":"Ed25519","x":"~"}}`)],
] as const;
const REGISTERED_FORMS = registeredForms(TRANSACTION_TYPE);

/** Reads the header of a transaction. Throws `jws-header`, `base64url-malformed`. */
export function parseTransactionHeader(header: LentHeader, hash: HashFunction): TransactionHeader {
  for (const [suite, form] of CASE_FORMS) {
    if (!hasForm(form, header.bytes, header.length)) continue;
    const caseKey = publicKeyFromText(suite, header.bytes, form.gaps, hash);
    return { suite, kid: caseKey.kid, caseKey };
  }
  return { ...parseRegisteredHeader(REGISTERED_FORMS, header), caseKey: undefined };
}

/** The header's text, with the key itself (`embedKey`: a case key) or its thumbprint (a registered key). */
export function formatTransactionHeader(key: PublicKey, embedKey: boolean): string {
  if (!embedKey) return formatRegisteredHeader(TRANSACTION_TYPE, key);
  return JSON.stringify({ alg: key.suite, typ: TRANSACTION_TYPE, jwk: publicJwk(key) });
}
