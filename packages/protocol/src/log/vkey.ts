import { base64Encode } from '../encoding/base64.ts';
import { concatBytes } from '../encoding/bytes.ts';
import { hexEncode } from '../encoding/hex.ts';
import { sha256 } from '../encoding/sha256.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { type PublicKey, publicKeyFromBytes } from '../keys/public-key.ts';
import { findBase64 } from './hash-lines.ts';
import { isKeyName } from './key-name.ts';

/** Signature types of C2SP signed-note read here: a log's Ed25519, a witness's timestamped Ed25519. */
export type VkeyRole = 'log' | 'witness';

const TYPE_BYTES: Readonly<Record<VkeyRole, number>> = { log: 0x01, witness: 0x04 };
const MAX_VKEY_LENGTH = 512;

/** A verifier key: the name it signs under, its Ed25519 key, and its id (8 hex digits), which follows from both. */
export interface Vkey {
  readonly name: string;
  readonly role: VkeyRole;
  readonly key: PublicKey;
  readonly keyId: string;
}

/** The verifier key of a name and an Ed25519 key. Throws `note-name`, `vkey-algorithm`. */
export function vkeyOf(name: string, role: VkeyRole, key: PublicKey): Vkey {
  if (!isKeyName(name)) throw new ProtocolError('note-name');
  if (key.suite !== 'Ed25519') throw new ProtocolError('vkey-algorithm');
  const message = concatBytes(utf8Encode(`${name}\n`), Uint8Array.of(TYPE_BYTES[role]), key.bytes);
  return { name, role, key, keyId: hexEncode(sha256(message).subarray(0, 4)) };
}

/** `name+hex8+base64(type ‖ key)` (C2SP signed-note). */
export function formatVkey({ name, role, key, keyId }: Vkey): string {
  return `${name}+${keyId}+${base64Encode(concatBytes(Uint8Array.of(TYPE_BYTES[role]), key.bytes))}`;
}

/** The verifier key of its text. Throws `vkey-malformed`, `vkey-algorithm`, `vkey-id`. */
export function parseVkey(text: string): Vkey {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  const name = text.slice(0, Math.max(first, 0));
  if (text.length > MAX_VKEY_LENGTH || first < 0 || second - first !== 9 || !isKeyName(name)) {
    throw new ProtocolError('vkey-malformed');
  }
  const typed = findBase64(text.slice(second + 1));
  if (typed === undefined || typed.length === 0) throw new ProtocolError('vkey-malformed');
  const role = typed[0] === TYPE_BYTES.log ? 'log' : typed[0] === TYPE_BYTES.witness ? 'witness' : undefined;
  if (role === undefined || typed.length !== 33) throw new ProtocolError('vkey-algorithm');
  const vkey = vkeyOf(name, role, publicKeyFromBytes('Ed25519', typed.slice(1)));
  if (vkey.keyId !== text.slice(first + 1, second)) throw new ProtocolError('vkey-id');
  return vkey;
}
