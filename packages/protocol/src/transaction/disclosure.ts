import { base64urlEncode } from '../encoding/base64url.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { isSalt } from './identifiers.ts';

/**
 * Commitment to one value its holder may disclose later: base64url of SHA-256 over
 * `minglu disclosure v0\n` salt `\n` value. The salt (at least 128 random bits, base64url) keeps a name of three
 * characters from being guessed. Throws `salt-malformed`.
 */
export function discloseCommitment(salt: string, value: string, hash: HashFunction = sha256): string {
  if (!isSalt(salt)) throw new ProtocolError('salt-malformed');
  return base64urlEncode(hash(utf8Encode(`minglu disclosure v0\n${salt}\n${value}`)));
}
