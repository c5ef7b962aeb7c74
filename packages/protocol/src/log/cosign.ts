import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { parseCheckpointBody } from './checkpoint.ts';
import { formatSignatureLine } from './note.ts';
import type { NoteSigner } from './sign-note.ts';
import { vkeyOf } from './vkey.ts';

/** Bytes of a cosignature: 8 of timestamp, 64 of Ed25519 signature. */
export const COSIGNATURE_LENGTH = 72;

/** Who cosigns, and when: POSIX seconds. */
export interface Cosigner extends NoteSigner {
  readonly timeSeconds: number;
}

/**
 * A witness's line (C2SP tlog-cosignature, cosignature/v1, type 0x04) under a checkpoint's body, with its newline.
 * Whoever calls has checked the log's signature and the consistency first. Throws `checkpoint-malformed`, `note-name`.
 */
export async function cosign(body: string, { name, signer, timeSeconds }: Cosigner): Promise<string> {
  parseCheckpointBody(body);
  if (!Number.isSafeInteger(timeSeconds) || timeSeconds < 0) throw new ProtocolError('checkpoint-malformed');
  const { keyId } = vkeyOf(name, 'witness', signer.publicKey);
  const bytes = new Uint8Array(COSIGNATURE_LENGTH);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(timeSeconds / 2 ** 32));
  view.setUint32(4, timeSeconds % 2 ** 32);
  bytes.set(await signer.sign(cosignedMessage(body, timeSeconds)), 8);
  return formatSignatureLine({ name, keyId, bytes });
}

/** What a cosignature signs: two header lines, then the whole body. */
export function cosignedMessage(body: string, timeSeconds: number): Uint8Array {
  return utf8Encode(`cosignature/v1\ntime ${timeSeconds}\n${body}`);
}

/** The time in a cosignature, in POSIX seconds, or nothing when the bytes are none or it is past 2^53 - 1. */
export function findCosignatureTime(bytes: Uint8Array): number | undefined {
  if (bytes.length !== COSIGNATURE_LENGTH) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  const timeSeconds = view.getUint32(0) * 2 ** 32 + view.getUint32(4);
  return Number.isSafeInteger(timeSeconds) ? timeSeconds : undefined;
}
