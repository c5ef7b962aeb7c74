import type { EngineFile } from './engine/engine-file.ts';
import { prelude } from './engine/prelude.ts';
import type { EngineInstance } from './engine-instance.ts';
import type { MachineMemory } from './machine-memory.ts';
import { SandboxError } from './sandbox-error.ts';

/** What lies ready in memory once a contract is loaded: addresses, the same in every instance. */
export interface ContractHandles {
  readonly context: number;
  readonly undefinedValue: number;
  /** The function of the prelude that calls the contract. */
  readonly entry: number;
}

const encoder = new TextEncoder();

/** Gas for what is our own; never the reason why anything ends. */
const OWN_GAS = 0x7fff_ffff;

/** A new instance and its empty memory, about to be made ready for one contract. */
export interface Loading {
  readonly file: EngineFile;
  readonly instance: EngineInstance;
  readonly memory: MachineMemory;
}

/**
 * Starts the engine, cleans its globals, and runs the contract's text once.
 *
 * @throws SandboxError `contract-malformed`, and whatever breaks the engine off
 */
export function loadContract({ file, instance, memory }: Loading, text: string, gas: number): ContractHandles {
  const { functions } = instance;
  instance.arm(OWN_GAS);
  functions.start();
  const runtime = functions.newRuntime();
  functions.setMaxStackSize(runtime, file.bounds.engineStack);
  const context = functions.newContext(runtime, file.intrinsics);
  const put = (source: string): { readonly address: number; readonly length: number } => {
    const bytes = encoder.encode(`${source}\0`);
    const address = functions.allocate(bytes.length);
    memory.writeBytes(address, bytes);
    return { address, length: bytes.length - 1 };
  };
  const name = put('contract').address;
  const run = (source: string): number => {
    const { address, length } = put(source);
    const value = unlessThrown(functions.evaluate(context, address, length, name, 0, 0));
    functions.free(address);
    return value;
  };
  const unlessThrown = (value: number): number => {
    if (functions.resolveException(context, value) !== 0) throw new SandboxError('contract-malformed');
    return value;
  };
  const undefinedValue = functions.getUndefined();
  const seal = run(prelude);
  instance.arm(gas);
  run(text);
  const entry = unlessThrown(functions.call(context, seal, undefinedValue, 0, 0));
  return { context, undefinedValue, entry };
}
