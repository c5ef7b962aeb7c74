import { SandboxError } from '../sandbox-error.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { hostStackWeights } from './host-stack-weights.ts';
import { type Meter, meterFunction } from './meter-function.ts';
import { readFunction, type WasmFunction } from './wasm-function.ts';
import {
  countImportedFunctions,
  readSection,
  readSections,
  readTableFunctions,
  readTypes,
  readVector,
  SECTION,
  type WasmSection,
} from './wasm-module.ts';
import { I32, WASM_OP } from './wasm-op.ts';

/** Names under which the host reaches the counters. */
export const METER_EXPORTS = {
  stackPointer: 'meter:stack',
  gas: 'meter:gas',
  depth: 'meter:depth',
  lowest: 'meter:lowest',
};

/** Gas for what runs before the host can set it; nothing deep yet; no stack used. */
const COUNTERS = [0x7fff_ffff, 0, -1];
const GLOBAL_KIND = 0x03;

export type MeterBounds = Pick<Meter, 'stackPointer' | 'maxDepth' | 'stackFloor'>;

/**
 * Writes an engine anew with counters in it: gas, host stack, lowest stack pointer. What is counted are turns of the
 * engine's own loops, so that no built-in of the language is free: a search, a sort, a regular expression that
 * backtracks and a big multiplication all pay as they go. The same bytes come out everywhere; they are pinned by hash.
 */
export function meterModule(engine: Uint8Array, bounds: MeterBounds): Uint8Array<ArrayBuffer> {
  const sections = readSections(engine);
  const functions = readFunctions(sections);
  const firstGlobal = readSection(sections, SECTION.global).unsigned();
  const meter: Meter = { ...bounds, gas: firstGlobal, depth: firstGlobal + 1, lowest: firstGlobal + 2 };
  const weights = hostStackWeights(functions, readTableFunctions(readSection(sections, SECTION.element)));
  const out = new ByteWriter().bytes(engine.subarray(0, 8));
  for (const { id, content } of sections) {
    out.byte(id);
    if (id === SECTION.code) out.sized(writeCode(functions, meter, weights));
    else if (id === SECTION.global) out.sized(writeGlobals(content));
    else if (id === SECTION.export) out.sized(writeExports(content, meter));
    else out.sized(content);
  }
  return out.finish();
}

function readFunctions(sections: readonly WasmSection[]): WasmFunction[] {
  const types = readTypes(readSection(sections, SECTION.type));
  const imported = countImportedFunctions(readSection(sections, SECTION.import));
  const typeReader = readSection(sections, SECTION.function);
  const typeIndices = readVector(typeReader, () => typeReader.unsigned());
  const code = readSection(sections, SECTION.code);
  let position = 0;
  return readVector(code, () => {
    const typeIndex = typeIndices[position];
    const type = typeIndex === undefined ? undefined : types[typeIndex];
    if (typeIndex === undefined || type === undefined) throw new SandboxError('engine-malformed', { section: 'code' });
    position += 1;
    return readFunction(code.part(code.unsigned()), imported + position - 1, typeIndex, type);
  });
}

function writeCode(functions: readonly WasmFunction[], meter: Meter, weights: ReadonlyMap<number, number>): Uint8Array {
  const out = new ByteWriter().unsigned(functions.length);
  for (const one of functions) out.sized(meterFunction(one, meter, weights.get(one.index)));
  return out.finish();
}

/** Three counters more, behind the engine's own globals: so none of those changes its number. */
function writeGlobals(content: Uint8Array): Uint8Array {
  const reader = new ByteReader(content);
  const out = new ByteWriter()
    .unsigned(reader.unsigned() + COUNTERS.length)
    .bytes(reader.slice(reader.position, reader.end));
  for (const start of COUNTERS) out.byte(I32, 1, WASM_OP.i32Const).signed(start).byte(WASM_OP.end);
  return out.finish();
}

function writeExports(content: Uint8Array, meter: Meter): Uint8Array {
  const reader = new ByteReader(content);
  const names = Object.entries(METER_EXPORTS) as [keyof typeof METER_EXPORTS, string][];
  const out = new ByteWriter().unsigned(reader.unsigned() + names.length);
  out.bytes(reader.slice(reader.position, reader.end));
  for (const [name, exported] of names) out.text(exported).byte(GLOBAL_KIND).unsigned(meter[name]);
  return out.finish();
}
