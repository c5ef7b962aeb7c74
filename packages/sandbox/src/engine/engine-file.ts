/** Where things stand in a compiled engine; read from the file once, when it is taken in, and pinned with it. */
export interface EngineLayout {
  /** Number of the global that is the stack pointer of the engine's own stack. */
  readonly stackPointer: number;
  /** Static data lies below, the stack above, growing down. */
  readonly stackBottom: number;
  /** The heap starts here. */
  readonly stackTop: number;
  /** Address of the number that says where the heap ends at present. */
  readonly heapEnd: number;
  /** The memory's size, fixed: it is no more at the start and never grows. */
  readonly pages: number;
}

/** Names, in the file, of the functions that are used. */
export interface EngineFunctions {
  readonly start: string;
  readonly allocate: string;
  readonly free: string;
  readonly newRuntime: string;
  readonly setMaxStackSize: string;
  readonly newContext: string;
  readonly newString: string;
  readonly getString: string;
  readonly evaluate: string;
  readonly call: string;
  readonly getUndefined: string;
  readonly resolveException: string;
}

/** Names of what the file asks for: of all of it only these do something, the rest break off. */
export interface EngineImports {
  readonly module: string;
  readonly memory: string;
  /** Every function, a letter each. */
  readonly functions: string;
  readonly growMemory: string;
  readonly now: string;
  readonly environment: readonly string[];
}

/** An engine that can be asked for by hash. Old ones stay here, and their packages in package.json, for replays. */
export interface EngineFile {
  /** SHA-256 of what runs before a contract: the metered file, then the prelude. The engine's identity. */
  readonly hash: string;
  /** SHA-256 of the file as published. */
  readonly published: string;
  /** Where the file is found: a package and a path in it. */
  readonly specifier: string;
  readonly layout: EngineLayout;
  readonly functions: EngineFunctions;
  readonly imports: EngineImports;
  /** Which parts of the language a context gets. */
  readonly intrinsics: number;
  readonly bounds: EngineBounds;
}

/** Part of the metered file, hence of the engine's identity; in bytes. */
export interface EngineBounds {
  /** Of the engine's own stack: beyond it a call ends, and a contract cannot catch it. */
  readonly stack: number;
  /** What the engine itself is told: above `stack`, so that it is the second to notice. */
  readonly engineStack: number;
  /** Of the host's stack, as estimated. */
  readonly hostStack: number;
}
