/** The part of the host's WebAssembly that is used here; this package is checked without the browser's types. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmCounter {
  value: number;
}

export type WasmExport = ((...values: number[]) => number) & WasmCounter;

export interface WasmInstance {
  readonly exports: Readonly<Record<string, WasmExport | undefined>>;
}

/** Compiled code, ready to be instantiated any number of times. */
export type WasmModule = object & { readonly compiled?: never };

interface WasmHost {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Memory: new (pages: { initial: number; maximum: number }) => WasmMemory;
  readonly Instance: new (
    module: WasmModule,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => WasmInstance;
  readonly RuntimeError: new () => Error;
}

export const webAssembly: WasmHost = (globalThis as unknown as { readonly WebAssembly: WasmHost }).WebAssembly;
