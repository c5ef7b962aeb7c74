import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { skipImmediates } from './skip-immediates.ts';
import type { WasmFunction } from './wasm-function.ts';
import { I32, NO_RESULT, WASM_OP as op, WIDE_OP } from './wasm-op.ts';

/** Numbers of the globals metering works with, and its bounds. */
export interface Meter {
  readonly stackPointer: number;
  readonly gas: number;
  readonly depth: number;
  readonly lowest: number;
  /** Bytes of estimated host stack; see `hostStackWeights`. */
  readonly maxDepth: number;
  /** The stack pointer may not go below this address. */
  readonly stackFloor: number;
}

/** Bytes of `memory.copy` and `memory.fill` for one unit of gas: 2^6. */
const BULK_SHIFT = 6;

/** Bytes of code up to which entering a function is free, unless it has a weight: what it runs on, it pays for. */
const FREE_CODE = 120;

/**
 * The function with its charges: one unit of gas at every turn of every loop, one at every entry unless it is small, one
 * for each 64 bytes copied or filled. A function with a weight counts that, too, while it is under way.
 *
 * Small functions without weight call each other in no circle, so that what runs between two charges is bounded; that
 * bound, as time, is what the measured nanoseconds of the dearest unit say.
 */
export function meterFunction(one: WasmFunction, meter: Meter, weight: number | undefined): Uint8Array {
  const scratch = one.type.params + one.localCount;
  const out = new ByteWriter()
    .unsigned(one.localGroups + 1)
    .bytes(one.locals)
    .unsigned(1)
    .byte(I32);
  if (weight !== undefined || one.code.length > FREE_CODE) charge(out, meter, scratch);
  if (weight !== undefined) {
    enter(out, meter, weight, scratch);
    out.byte(op.block, one.type.result ?? NO_RESULT);
  }
  copyCode(one, out, { meter, scratch, counted: weight !== undefined });
  if (weight !== undefined) {
    out.byte(op.globalGet).unsigned(meter.depth).byte(op.i32Const).signed(weight).byte(op.i32Sub);
    out.byte(op.globalSet).unsigned(meter.depth).byte(op.end);
  }
  return out.finish();
}

interface Place {
  readonly meter: Meter;
  /** A local of our own. */
  readonly scratch: number;
  /** Whether the function takes its weight of the depth while it is under way. */
  readonly counted: boolean;
}

function copyCode({ code }: WasmFunction, out: ByteWriter, { meter, scratch, counted }: Place): void {
  const reader = new ByteReader(code);
  let nesting = 0;
  while (!reader.done) {
    const from = reader.position;
    const opcode = reader.byte();
    if (opcode === op.return && counted) {
      // Out of the block around the body, where the depth is taken back, instead of out of the function.
      out.byte(op.br).unsigned(nesting);
      continue;
    }
    if (opcode === op.block || opcode === op.loop || opcode === op.if) nesting += 1;
    if (opcode === op.end) nesting -= 1;
    if (opcode === op.globalSet) {
      const target = reader.unsigned();
      if (target === meter.stackPointer) moveStack(out, meter, scratch);
      else out.bytes(reader.slice(from));
      continue;
    }
    const second = skipImmediates(reader, opcode);
    if (opcode === op.wide && (second === WIDE_OP.memoryCopy || second === WIDE_OP.memoryFill)) {
      chargeBulk(out, meter, scratch);
    }
    out.bytes(reader.slice(from));
    if (opcode === op.loop) charge(out, meter, scratch);
  }
}

function charge(out: ByteWriter, { gas }: Meter, scratch: number): void {
  out.byte(op.globalGet).unsigned(gas).byte(op.i32Const, 1, op.i32Sub);
  pay(out, gas, scratch);
}

/** Expects the number of bytes on top of the operands, and leaves it there. */
function chargeBulk(out: ByteWriter, { gas }: Meter, scratch: number): void {
  out.byte(op.localTee).unsigned(scratch).byte(op.globalGet).unsigned(gas);
  out.byte(op.localGet).unsigned(scratch).byte(op.i32Const, BULK_SHIFT, op.i32ShrU, op.i32Sub);
  pay(out, gas, scratch);
}

/** Expects the new gas as operand: below nothing ends the call, and no contract can catch it. */
function pay(out: ByteWriter, gas: number, scratch: number): void {
  out.byte(op.localTee).unsigned(scratch).byte(op.globalSet).unsigned(gas);
  out.byte(op.localGet).unsigned(scratch).byte(op.i32Const, 0, op.i32LtS);
  out.byte(op.if, NO_RESULT, op.unreachable, op.end);
}

function enter(out: ByteWriter, { depth, maxDepth }: Meter, weight: number, scratch: number): void {
  out.byte(op.globalGet).unsigned(depth).byte(op.i32Const).signed(weight).byte(op.i32Add);
  out.byte(op.localTee).unsigned(scratch).byte(op.globalSet).unsigned(depth);
  out.byte(op.localGet).unsigned(scratch).byte(op.i32Const).signed(maxDepth).byte(op.i32GtU);
  out.byte(op.if, NO_RESULT, op.unreachable, op.end);
}

/** Expects the new stack pointer as operand; remembers the lowest there was, and stops below the floor. */
function moveStack(out: ByteWriter, { stackPointer, lowest, stackFloor }: Meter, scratch: number): void {
  out.byte(op.localTee).unsigned(scratch).byte(op.globalSet).unsigned(stackPointer);
  out.byte(op.localGet).unsigned(scratch).byte(op.globalGet).unsigned(lowest).byte(op.i32LtU, op.if, NO_RESULT);
  out.byte(op.localGet).unsigned(scratch).byte(op.globalSet).unsigned(lowest);
  out.byte(op.localGet).unsigned(scratch).byte(op.i32Const).signed(stackFloor).byte(op.i32LtU);
  out.byte(op.if, NO_RESULT, op.unreachable, op.end, op.end);
}
