import type { Engine } from './engine/engine.ts';
import type { EngineFile, EngineFunctions, EngineImports } from './engine/engine-file.ts';
import { METER_EXPORTS } from './engine/meter-module.ts';
import type { CallFailure } from './sandbox-error.ts';
import { type WasmCounter, type WasmExport, type WasmMemory, webAssembly } from './web-assembly.ts';

/** Thrown by functions of the host to end a call at once; nothing inside can catch it. */
class HostTrap extends Error {
  readonly code: CallFailure;

  constructor(code: CallFailure) {
    super(code);
    this.code = code;
  }
}

/** One instance of the engine over a memory of fixed size, with its counters. It knows nothing of contracts. */
export class EngineInstance {
  readonly functions: Readonly<Record<keyof EngineFunctions, WasmExport>>;
  readonly #file: EngineFile;
  readonly #stackPointer: WasmCounter;
  readonly #gas: WasmCounter;
  readonly #depth: WasmCounter;
  readonly #lowest: WasmCounter;

  /** Static data is written into the memory; what else is in it stays. */
  constructor({ file, module }: Engine, memory: WasmMemory) {
    this.#file = file;
    const given = { [file.imports.module]: hostFunctions(file.imports, memory) };
    const { exports } = new webAssembly.Instance(module, given);
    const get = (name: string): WasmExport => {
      const found = exports[name];
      if (found === undefined) throw new TypeError(`the engine exports no ${name}`);
      return found;
    };
    const functions = Object.entries(file.functions).map(([name, exported]) => [name, get(exported)]);
    this.functions = Object.fromEntries(functions) as Record<keyof EngineFunctions, WasmExport>;
    this.#stackPointer = get(METER_EXPORTS.stackPointer);
    this.#gas = get(METER_EXPORTS.gas);
    this.#depth = get(METER_EXPORTS.depth);
    this.#lowest = get(METER_EXPORTS.lowest);
  }

  /** Sets every global of the instance to what it is before a call. */
  arm(gas: number): void {
    const { stackTop } = this.#file.layout;
    this.#stackPointer.value = stackTop;
    this.#lowest.value = stackTop;
    this.#depth.value = 0;
    this.#gas.value = gas;
  }

  /** What is left; less than nothing when it ran out. */
  get gas(): number {
    return this.#gas.value;
  }

  /** The lowest the stack pointer was since `arm`. */
  get lowestStack(): number {
    return this.#lowest.value >>> 0;
  }

  /** Why the engine broke off. The counters say it, not the host's words, which differ between its versions. */
  failureOf(thrown: unknown): CallFailure {
    if (thrown instanceof HostTrap) return thrown.code;
    const { bounds, layout } = this.#file;
    if (this.#gas.value < 0) return 'out-of-gas';
    if (this.#depth.value > bounds.hostStack) return 'out-of-stack';
    if (this.lowestStack < layout.stackTop - bounds.stack) return 'out-of-stack';
    return thrown instanceof webAssembly.RuntimeError ? 'engine-trapped' : 'host-failed';
  }
}

/** All that the outside is to the engine: a memory that does not grow, a clock that stands, and no environment. */
function hostFunctions(imports: EngineImports, memory: WasmMemory): Record<string, unknown> {
  const words = new Uint32Array(memory.buffer);
  const given: Record<string, unknown> = { [imports.memory]: memory };
  for (const name of imports.functions) {
    given[name] = () => {
      throw new HostTrap('engine-trapped');
    };
  }
  given[imports.growMemory] = () => {
    throw new HostTrap('out-of-memory');
  };
  given[imports.now] = () => 0;
  for (const name of imports.environment) {
    given[name] = (one: number, other: number) => {
      words[one >>> 2] = 0;
      words[other >>> 2] = 0;
      return 0;
    };
  }
  return given;
}
