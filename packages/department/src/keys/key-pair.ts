import type { JsonObject, SecretSigner } from '@minglu/protocol';
import { base64urlDecode, base64urlEncode, publicJwk, signerFromSecret } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

/** A P-256 key pair of the department: its scalar, and both halves as JWK (the private one has `d`). */
export interface KeyPair {
  readonly signer: SecretSigner;
  readonly publicJwk: JsonObject;
  readonly privateJwk: JsonObject;
}

/** Bytes under a name of `keys.json`. */
export function secretOf(secrets: Record<string, string>, name: string): Uint8Array {
  const secret = secrets[name];
  if (secret === undefined) throw new DepartmentError('register-damaged', { file: 'keys.json', key: name });
  return base64urlDecode(secret);
}

/** Of a name in the file. */
export function pairOf(secrets: Record<string, string>, name: string): KeyPair {
  const bytes = secretOf(secrets, name);
  const signer = signerFromSecret('ES256', bytes);
  const jwk = publicJwk(signer.publicKey);
  return { signer, publicJwk: jwk, privateJwk: { ...jwk, d: base64urlEncode(bytes) } };
}
