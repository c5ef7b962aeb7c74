import { ByteReader } from './byte-reader.ts';
import { skipImmediates } from './skip-immediates.ts';
import type { FunctionType } from './wasm-module.ts';
import { WASM_OP } from './wasm-op.ts';

export interface WasmFunction {
  /** Its number among all functions, imported ones first. */
  readonly index: number;
  readonly typeIndex: number;
  readonly type: FunctionType;
  /** Declarations of locals, without their count. */
  readonly locals: Uint8Array;
  readonly localGroups: number;
  readonly localCount: number;
  /** Instructions, the last `end` included. */
  readonly code: Uint8Array;
  readonly calls: readonly number[];
  /** Type numbers of calls through the table. */
  readonly indirectCalls: readonly number[];
}

export function readFunction(body: ByteReader, index: number, typeIndex: number, type: FunctionType): WasmFunction {
  const localGroups = body.unsigned();
  const localsFrom = body.position;
  let localCount = 0;
  for (let group = 0; group < localGroups; group += 1) {
    localCount += body.unsigned();
    body.byte();
  }
  const locals = body.slice(localsFrom);
  const code = body.slice(body.position, body.end);
  return { index, typeIndex, type, locals, localGroups, localCount, code, ...scan(code) };
}

function scan(code: Uint8Array): Pick<WasmFunction, 'calls' | 'indirectCalls'> {
  const reader = new ByteReader(code);
  const calls: number[] = [];
  const indirectCalls: number[] = [];
  while (!reader.done) {
    const op = reader.byte();
    if (op === WASM_OP.call) calls.push(reader.unsigned());
    else if (op === WASM_OP.callIndirect) {
      indirectCalls.push(reader.unsigned());
      reader.unsigned();
    } else skipImmediates(reader, op);
  }
  return { calls, indirectCalls };
}
