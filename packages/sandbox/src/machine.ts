import type { Engine } from './engine/engine.ts';
import { EngineInstance } from './engine-instance.ts';
import type { SandboxLimits } from './limits.ts';
import { type ContractHandles, loadContract } from './load-contract.ts';
import { type MachineMemory, type MemoryImage, roomFor } from './machine-memory.ts';
import type { MemoryPool } from './memory-pool.ts';
import { type CallFailure, SandboxError } from './sandbox-error.ts';

/** How a call ended, and what it cost in units of gas. */
export type CallOutcome =
  | { readonly code: 'answered'; readonly output: string; readonly gas: number }
  | { readonly code: CallFailure; readonly gas: number };

/** Enough for `<length>=` of any answer, and for `!` with its word. */
const HEAD_BYTES = 12;

/** What the machines of one sandbox have in common. */
export interface MachineGround {
  readonly engine: Engine;
  readonly limits: SandboxLimits;
  readonly pool: MemoryPool;
}

interface Loaded {
  readonly engine: Engine;
  readonly limits: SandboxLimits;
  readonly memory: MachineMemory;
  readonly instance: EngineInstance;
  readonly handles: ContractHandles;
}

/**
 * One contract in an engine of its own, in memory it shares with no other contract. Every call starts from the image
 * taken when the contract had been loaded, and leaves that behind; an instance that broke off is thrown away.
 */
export class Machine {
  readonly #engine: Engine;
  readonly #limits: SandboxLimits;
  readonly #memory: MachineMemory;
  readonly #handles: ContractHandles;
  readonly #image: MemoryImage;
  #instance: EngineInstance;
  /** False while memory is not the image: a host that fails in the middle of rebuilding leaves it so. */
  #whole = true;

  private constructor({ engine, limits, memory, instance, handles }: Loaded) {
    this.#engine = engine;
    this.#limits = limits;
    this.#memory = memory;
    this.#handles = handles;
    this.#instance = instance;
    this.#image = memory.takeImage();
  }

  /** Or why not: the text is no contract, or loading it costs too much. */
  static load({ engine, limits, pool }: MachineGround, text: string): Machine | CallFailure {
    if (text.length > limits.contractLength) return 'contract-too-large';
    const bare = findBare(engine, pool);
    if (bare === undefined) return 'host-failed';
    const { memory, instance } = bare;
    try {
      const handles = loadContract({ file: engine.file, instance, memory }, text, limits.loadGas);
      return new Machine({ engine, limits, memory, instance, handles });
    } catch (thrown) {
      const code = thrown instanceof SandboxError ? 'contract-malformed' : instance.failureOf(thrown);
      pool.giveBack(memory);
      return code;
    }
  }

  /** Gives its memory to others; it cannot be called any more. */
  release(pool: MemoryPool): void {
    pool.giveBack(this.#memory);
  }

  /** The whole memory as it stands: for tests, which compare it. */
  get bytes(): Uint8Array {
    return this.#memory.bytes;
  }

  call(input: string): CallOutcome {
    const { callGas, inputLength } = this.#limits;
    if (input.length > inputLength) return { code: 'input-too-large', gas: 0 };
    if (!input.isWellFormed() || input.includes('\0')) return { code: 'input-malformed', gas: 0 };
    if (!this.#whole && !this.#rebuild()) return { code: 'host-failed', gas: 0 };
    this.#whole = false;
    this.#instance.arm(callGas);
    try {
      const answer = this.#ask(input);
      const outcome = this.#read(answer, callGas - this.#instance.gas);
      this.#memory.restore(this.#image, this.#instance.lowestStack);
      this.#whole = true;
      return outcome;
    } catch (thrown) {
      const code = this.#instance.failureOf(thrown);
      const gas = Math.min(callGas, callGas - this.#instance.gas);
      this.#rebuild();
      return { code, gas };
    }
  }

  #ask(input: string): number {
    const { allocate, newString, call, getString } = this.#instance.functions;
    const { context, undefinedValue, entry } = this.#handles;
    const text = allocate(roomFor(input));
    this.#memory.writeText(text, input);
    const list = allocate(4);
    this.#memory.setWord(list, newString(context, text));
    return getString(context, call(context, entry, undefinedValue, 1, list));
  }

  /** Reads what the prelude's function said: `<length>=<text>`, or `!` and a word. */
  #read(address: number, gas: number): CallOutcome {
    const head = String.fromCharCode(...this.#memory.bytes.subarray(address, address + HEAD_BYTES));
    if (head.startsWith('!threw')) return { code: 'contract-threw', gas };
    if (head.startsWith('!not-text')) return { code: 'output-not-text', gas };
    const digits = head.slice(0, head.indexOf('='));
    const length = Number(digits);
    if (length > this.#limits.outputLength) return { code: 'output-too-large', gas };
    const output = this.#memory.findText(address + digits.length + 1);
    // A zero in the text cuts it short here; a lone surrogate is no UTF-8.
    return output?.length === length ? { code: 'answered', output, gas } : { code: 'output-malformed', gas };
  }

  /** A new instance over cleared memory; tried again before the next call if this machine has no room for it now. */
  #rebuild(): boolean {
    try {
      this.#memory.clear();
      this.#instance = new EngineInstance(this.#engine, this.#memory.wasm);
      this.#memory.restore(this.#image, this.#engine.file.layout.stackTop);
      this.#whole = true;
    } catch {
      this.#whole = false;
    }
    return this.#whole;
  }
}

/** An instance over empty memory, unless this machine has no room for one. */
function findBare(engine: Engine, pool: MemoryPool): { memory: MachineMemory; instance: EngineInstance } | undefined {
  try {
    const memory = pool.take();
    return { memory, instance: new EngineInstance(engine, memory.wasm) };
  } catch {
    return undefined;
  }
}
