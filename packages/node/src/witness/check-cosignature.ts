import { cosignedMessage, formatSignatureLine, parseSignatureLines, type Vkey } from '@minglu/protocol';
import { checkSignatureNative } from '../crypto/native-signature.ts';

/** C2SP tlog-cosignature v1: 8 bytes of POSIX seconds, then 64 of Ed25519. */
const COSIGNATURE_LENGTH = 72;

export interface Cosignature {
  readonly line: string;
  readonly timeSeconds: number;
}

/** The line by `witness` among what it answered, if it truly signs `body`; other lines are nobody's. */
export function findCosignature(answer: string, body: string, witness: Vkey): Cosignature | undefined {
  try {
    for (const signature of parseSignatureLines(answer)) {
      if (signature.name !== witness.name || signature.keyId !== witness.keyId) continue;
      if (signature.bytes.length !== COSIGNATURE_LENGTH) continue;
      const timeSeconds = Number(Buffer.from(signature.bytes).readBigUInt64BE(0));
      const message = cosignedMessage(body, timeSeconds);
      if (!checkSignatureNative(witness.key, message, signature.bytes.subarray(8))) continue;
      return { line: formatSignatureLine(signature), timeSeconds };
    }
  } catch {
    // What a stranger's server answered was no signature line: the same as none.
  }
  return undefined;
}
