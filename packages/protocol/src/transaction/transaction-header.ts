import type { HashFunction } from '../encoding/sha256.ts';
import { ProtocolError } from '../errors.ts';
import { publicKeyFromCoordinates } from '../keys/parse-public-jwk.ts';
import { type PublicKey, publicJwk, type Suite } from '../keys/public-key.ts';
import { TRANSACTION_TYPE } from './transaction.ts';

/** Who signed, as the header says it. */
export interface TransactionHeader {
  readonly suite: Suite;
  readonly kid: string;
  readonly caseKey: PublicKey | undefined;
}

const DIGEST = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]';
const TYPE = '"typ":"minglu-tx\\+v0"';
// A header has four possible texts and no others, so a pattern reads it: no unknown member (`crit`, `b64`, `jku`),
// other order or other spelling can ever reach a verifier that treats it differently.
const REGISTERED = new RegExp(`^\\{"alg":"(ES256|Ed25519)",${TYPE},"kid":"(${DIGEST})"\\}$`);
const CASE_ES256 = new RegExp(
  `^\\{"alg":"ES256",${TYPE},"jwk":\\{"kty":"EC","crv":"P-256","x":"(${DIGEST})","y":"(${DIGEST})"\\}\\}$`,
);
const CASE_ED25519 = new RegExp(
  `^\\{"alg":"Ed25519",${TYPE},"jwk":\\{"kty":"OKP","crv":"Ed25519","x":"(${DIGEST})"\\}\\}$`,
);

/** Reads the header of a transaction. Throws `jws-header`. */
export function parseTransactionHeader(text: string, hash: HashFunction): TransactionHeader {
  const registered = REGISTERED.exec(text);
  if (registered?.[2] !== undefined) {
    return { suite: registered[1] as Suite, kid: registered[2], caseKey: undefined };
  }
  const embedded = CASE_ES256.exec(text) ?? CASE_ED25519.exec(text);
  if (embedded?.[1] === undefined) throw new ProtocolError('jws-header');
  const caseKey = publicKeyFromCoordinates({ x: embedded[1], y: embedded[2] }, hash);
  return { suite: caseKey.suite, kid: caseKey.kid, caseKey };
}

/** The header's text, with the key itself (`embedKey`: a case key) or its thumbprint (a registered key). */
export function formatTransactionHeader(key: PublicKey, embedKey: boolean): string {
  const who = embedKey ? { jwk: publicJwk(key) } : { kid: key.kid };
  return JSON.stringify({ alg: key.suite, typ: TRANSACTION_TYPE, ...who });
}
