import type { EngineLayout } from './engine/engine-file.ts';
import { type WasmMemory, webAssembly } from './web-assembly.ts';

/** A compiled function without calls may use half of this below the stack pointer and not say so. */
const RED_ZONE = 256;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What memory holds between two calls; all else is zero, the stack above all. */
export interface MemoryImage {
  readonly statics: Uint8Array;
  readonly heap: Uint8Array;
}

/** The memory of one machine, of fixed size; text goes in and out of it as UTF-8, and nothing else does. */
export class MachineMemory {
  readonly wasm: WasmMemory;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #words: Uint32Array;
  readonly #layout: EngineLayout;

  constructor(layout: EngineLayout) {
    this.#layout = layout;
    this.wasm = new webAssembly.Memory({ initial: layout.pages, maximum: layout.pages });
    this.bytes = new Uint8Array(this.wasm.buffer);
    this.#words = new Uint32Array(this.wasm.buffer);
  }

  /** Where the heap ends; the engine never takes it back. */
  get heapEnd(): number {
    return this.#words[this.#layout.heapEnd >>> 2] ?? 0;
  }

  setWord(address: number, value: number): void {
    this.#words[address >>> 2] = value;
  }

  /** Writes text with a zero behind it; there must be `roomFor` it. */
  writeText(address: number, text: string): void {
    const { written } = encoder.encodeInto(text, this.bytes.subarray(address, address + roomFor(text) - 1));
    this.bytes[address + written] = 0;
  }

  writeBytes(address: number, bytes: Uint8Array): void {
    this.bytes.set(bytes, address);
  }

  /** The text up to the next zero; nothing when it is no UTF-8 (a lone surrogate came out of a contract). */
  findText(address: number): string | undefined {
    try {
      return decoder.decode(this.bytes.subarray(address, this.bytes.indexOf(0, address)));
    } catch {
      return undefined;
    }
  }

  /** Clears what the stack held, which nobody reads any more, and copies the rest. */
  takeImage(): MemoryImage {
    const { stackBottom, stackTop } = this.#layout;
    this.bytes.fill(0, stackBottom, stackTop);
    return { statics: this.bytes.slice(0, stackBottom), heap: this.bytes.slice(stackTop, this.heapEnd) };
  }

  /**
   * Brings memory back to the image, byte for byte, after a call that ended well: what the call did not touch is as
   * the image has it already.
   *
   * @param lowestStack the lowest the stack pointer was
   */
  restore(image: MemoryImage, lowestStack: number): void {
    const { stackTop } = this.#layout;
    const usedEnd = this.heapEnd;
    this.bytes.fill(0, lowestStack - RED_ZONE, stackTop);
    this.bytes.set(image.statics, 0);
    this.bytes.set(image.heap, stackTop);
    this.bytes.fill(0, stackTop + image.heap.length, usedEnd);
  }

  /** Empties all of it. */
  clear(): void {
    this.bytes.fill(0);
  }
}

/** Bytes that are enough for any text of this length and a zero. */
export function roomFor(text: string): number {
  return text.length * 3 + 1;
}
