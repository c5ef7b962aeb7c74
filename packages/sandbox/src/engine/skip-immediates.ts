import { SandboxError } from '../sandbox-error.ts';
import type { ByteReader } from './byte-reader.ts';
import { WASM_OP } from './wasm-op.ts';

/**
 * Passes over what stands behind an opcode, and answers with the second byte of a two-byte opcode.
 *
 * Only what the pinned engines use is known: a file with vectors, threads, exceptions or tail calls is refused, not
 * half understood, because an instruction passed over wrongly would leave a loop without its charge.
 */
export function skipImmediates(code: ByteReader, op: number): number | undefined {
  if (op === WASM_OP.wide) return skipWide(code);
  const numbers = numbersBehind(op);
  if (numbers !== undefined) {
    for (let count = 0; count < numbers; count += 1) code.skipNumber();
    return undefined;
  }
  if (op === 0x0e) {
    for (let labels = code.unsigned() + 1; labels > 0; labels -= 1) code.skipNumber();
    return undefined;
  }
  if (op === 0x43) code.skip(4);
  else if (op === 0x44) code.skip(8);
  else throw new SandboxError('engine-malformed', { opcode: op.toString(16) });
  return undefined;
}

function numbersBehind(op: number): number | undefined {
  if (op === 0x00 || op === 0x01 || op === 0x05 || op === 0x0b || op === 0x0f || op === 0x1a || op === 0x1b) return 0;
  if (op === 0x11) return 2;
  if ((op >= 0x02 && op <= 0x04) || op === 0x0c || op === 0x0d || op === 0x10) return 1;
  if (op >= 0x20 && op <= 0x24) return 1;
  if (op >= 0x28 && op <= 0x3e) return 2;
  // memory.grow (0x40) is refused: the size of the memory is fixed.
  if (op === 0x3f || op === 0x41 || op === 0x42) return 1;
  if (op >= 0x45 && op <= 0xc4) return 0;
  return undefined;
}

function skipWide(code: ByteReader): number {
  const second = code.unsigned();
  if (second <= 0x07) return second;
  const numbers = second === 0x08 || second === 0x0a ? 2 : second === 0x09 || second === 0x0b ? 1 : undefined;
  if (numbers === undefined) throw new SandboxError('engine-malformed', { opcode: `fc${second.toString(16)}` });
  for (let count = 0; count < numbers; count += 1) code.skipNumber();
  return second;
}
