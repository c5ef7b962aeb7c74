import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SandboxError } from '../sandbox-error.ts';
import { type WasmModule, webAssembly } from '../web-assembly.ts';
import type { EngineFile } from './engine-file.ts';
import { meterModule } from './meter-module.ts';
import { prelude } from './prelude.ts';
import { quickJs20250913 } from './quickjs-2025-09-13.ts';

/** An engine of which machines can be made. */
export interface Engine {
  readonly file: EngineFile;
  readonly module: WasmModule;
}

const ENGINES: readonly EngineFile[] = [quickJs20250913];

/**
 * Where a host keeps what metering made, so that its next start need not make it again. It need not be trusted: the bytes
 * are the pinned ones or they are made anew.
 */
export interface KeptEngine {
  read(): Uint8Array<ArrayBuffer> | undefined;
  write(metered: Uint8Array): void;
}

/** The engine that new chains start with. */
export const currentEngine: string = quickJs20250913.hash;

/** By engine hash: metering and compiling take a tenth of a second, and the result cannot differ. */
const compiled = new Map<string, Engine>();

/**
 * Finds the engine of that identity among those shipped, reads its file, and makes it ready. The only reading of files
 * in this package.
 *
 * @param hash SHA-256 (hex) of what runs before a contract
 * @param kept what an earlier process made of it
 * @throws SandboxError `engine-unknown`, `engine-mismatch`, `engine-malformed`
 */
export function getEngine(hash: string, kept?: KeptEngine): Engine {
  const known = compiled.get(hash);
  if (known !== undefined) return known;
  const file = ENGINES.find((one) => one.hash === hash);
  if (file === undefined) throw new SandboxError('engine-unknown', { engine: hash });
  const engine = openEngine(file, () => readPublished(file), kept);
  compiled.set(hash, engine);
  return engine;
}

const readPublished = ({ specifier }: EngineFile): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve(specifier));

/** The kept one, if it is the one that is pinned; else it is made, and kept. Throws as `makeEngine`. */
export function openEngine(file: EngineFile, published: () => Uint8Array, kept: KeptEngine | undefined): Engine {
  return findKept(file, kept) ?? makeEngine(file, published(), kept);
}

function findKept(file: EngineFile, kept: KeptEngine | undefined): Engine | undefined {
  const metered = kept?.read();
  if (metered === undefined || sha256Of(metered, prelude) !== file.hash) return undefined;
  return { file, module: new webAssembly.Module(metered) };
}

/**
 * @param published the file as its makers published it
 * @throws SandboxError `engine-mismatch` when it is another file, or metering does not give the pinned bytes
 */
export function makeEngine(file: EngineFile, published: Uint8Array, kept?: KeptEngine): Engine {
  if (sha256Of(published) !== file.published) throw new SandboxError('engine-mismatch', { engine: file.hash });
  const { bounds, layout } = file;
  const metered = meterModule(published, {
    stackPointer: layout.stackPointer,
    stackFloor: layout.stackTop - bounds.stack,
    maxDepth: bounds.hostStack,
  });
  const hash = sha256Of(metered, prelude);
  if (hash !== file.hash) throw new SandboxError('engine-mismatch', { engine: file.hash, found: hash });
  kept?.write(metered);
  return { file, module: new webAssembly.Module(metered) };
}

function sha256Of(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
