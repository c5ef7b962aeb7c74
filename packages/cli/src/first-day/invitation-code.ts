import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import {
  base64urlDecode,
  base64urlEncode,
  checkSignaturePure,
  formatStrictJson,
  type JsonObject,
  type PublicKey,
  parsePublicJwk,
  parseStrictJsonObject,
  publicJwk,
  type Signer,
  utf8Decode,
  utf8Encode,
} from '@minglu/protocol';
import { CliError } from '../cli-error.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const GROUP = 4;

/** 128 random bits for a person to type: base32 (RFC 4648 6) in groups of four. */
export function formatInvitationCode(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '');
  return (letters.join('').match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** What the administrator keeps instead of the code. It lets nobody read the code, but whoever has it could answer in its place. */
export function macKeyOf(code: string): Uint8Array {
  const plain = code.toUpperCase().replaceAll(/[^A-Z2-7]/g, '');
  return createHash('sha256')
    .update(utf8Encode(`minglu invitation v0\n${plain}`))
    .digest();
}

/** An officer's key as it came back with an invitation. */
export interface InvitationAnswer {
  readonly key: PublicKey;
  readonly chain: string;
  /** Whether it was made with the code behind this key. */
  isMadeWith(macKey: Uint8Array): boolean;
}

/**
 * One line for any channel: the new public key, bound to the code by a MAC (whoever carries the line cannot put their own key
 * in its place) and signed by the new key itself (nobody answers with a key that they do not hold).
 */
export async function formatInvitationAnswer(code: string, chain: string, signer: Signer): Promise<string> {
  const mac = base64urlEncode(macOf(macKeyOf(code), chain, signer.publicKey.kid));
  const signature = await signer.sign(signedText(chain, signer.publicKey.kid, mac));
  const answer = { v: 0, type: 'minglu-invitation-answer', chain, jwk: publicJwk(signer.publicKey), mac };
  return base64urlEncode(utf8Encode(formatStrictJson({ ...answer, signature: base64urlEncode(signature) })));
}

/** Throws `answer-malformed`, also for a signature that is not the key's. */
export async function parseInvitationAnswer(text: string): Promise<InvitationAnswer> {
  try {
    const { v, type, chain, jwk, mac, signature } = parseStrictJsonObject(utf8Decode(base64urlDecode(text.trim())));
    const key = parsePublicJwk(jwk as JsonObject);
    const isOurs = v === 0 && type === 'minglu-invitation-answer' && typeof chain === 'string' && key.suite === 'ES256';
    if (isOurs && (await checkSignaturePure(key, signedText(chain, key.kid, String(mac)), bytesOf(signature)))) {
      const isMadeWith = (macKey: Uint8Array) => {
        const own = macOf(macKey, chain, key.kid);
        const theirs = bytesOf(mac);
        return theirs.length === own.length && timingSafeEqual(theirs, own);
      };
      return { key, chain, isMadeWith };
    }
  } catch {
    // falls through: what cannot be read is no answer
  }
  throw new CliError('answer-malformed');
}

function macOf(macKey: Uint8Array, chain: string, kid: string): Uint8Array {
  return createHmac('sha256', macKey)
    .update(utf8Encode(`${chain}\n${kid}`))
    .digest();
}

function signedText(chain: string, kid: string, mac: string): Uint8Array {
  return utf8Encode(`minglu invitation answer v0\n${chain}\n${kid}\n${mac}`);
}

function bytesOf(value: unknown): Uint8Array {
  return base64urlDecode(String(value));
}
