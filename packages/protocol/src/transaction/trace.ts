import { base64urlEncode } from '../encoding/base64url.ts';
import { type HashFunction, hashText, sha256 } from '../encoding/sha256.ts';
import { ProtocolError } from '../errors.ts';
import { isSalt } from './identifiers.ts';

/**
 * Commitment to a contract's trace: base64url of SHA-256 over `minglu trace v0\n`, the sidecar's salt (its text) and
 * the trace's text. A trace is strict JSON, so it starts with a character no salt has. Throws `salt-malformed`.
 */
export function commitTrace(salt: string, traceText: string, hash: HashFunction = sha256): string {
  if (!isSalt(salt)) throw new ProtocolError('salt-malformed');
  return base64urlEncode(hashText(`minglu trace v0\n${salt}${traceText}`, hash));
}
