import { asciiBytes, stringFromUnits } from '../encoding/ascii.ts';
import { concatBytes } from '../encoding/bytes.ts';
import { hexDecode } from '../encoding/hex.ts';
import { ProtocolError } from '../errors.ts';

const MARK = asciiBytes('/ByteRange [');
const NUMBERS = /^(\d{1,9}) (\d{1,9}) (\d{1,9}) (\d{1,9})\]/;

/** A sealed PDF's covered bytes, and the signature between them with the zeros behind it. */
export interface SealPlace {
  readonly covered: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Finds the seal of a PDF (ISO 32000-1, 12.8.1). The range must cover everything but the signature itself: bytes outside
 * it could say anything. Throws `document-unsealed`, `document-range`.
 */
export function findSealPlace(bytes: Uint8Array): SealPlace {
  const at = lastIndexOf(bytes, MARK);
  if (at < 0) throw new ProtocolError('document-unsealed');
  const after = bytes.subarray(at + MARK.length, at + MARK.length + 48);
  const numbers = NUMBERS.exec(stringFromUnits([...after]));
  if (numbers === null) throw new ProtocolError('document-range');
  const [from = -1, first = 0, second = 0, rest = 0] = numbers.slice(1).map(Number);
  const isWhole = from === 0 && first < second && second + rest === bytes.length;
  const isHex = bytes[first] === 0x3c && bytes[second - 1] === 0x3e;
  if (!isWhole || !isHex || first < at) throw new ProtocolError('document-range');
  const covered = concatBytes(bytes.subarray(0, first), bytes.subarray(second));
  return { covered, signature: signatureIn(bytes.subarray(first + 1, second - 1)) };
}

function signatureIn(hex: Uint8Array): Uint8Array {
  try {
    return hexDecode(stringFromUnits([...hex]));
  } catch {
    // Anything else in the hole would be bytes that nobody signed.
    throw new ProtocolError('document-range');
  }
}

function lastIndexOf(bytes: Uint8Array, mark: Uint8Array): number {
  const [first = 0] = mark;
  for (let at = bytes.length - mark.length; at >= 0; at -= 1) {
    if (bytes[at] === first && mark.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
