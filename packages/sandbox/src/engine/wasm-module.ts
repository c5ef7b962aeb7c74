import { SandboxError } from '../sandbox-error.ts';
import { ByteReader } from './byte-reader.ts';

export interface WasmSection {
  readonly id: number;
  /** Without identity and length. */
  readonly content: Uint8Array;
}

export interface FunctionType {
  readonly params: number;
  /** The one value type it answers with, if any. */
  readonly result: number | undefined;
}

/** Section identities (WebAssembly Core 2.0, 5.5). */
export const SECTION = { type: 1, import: 2, function: 3, global: 6, export: 7, element: 9, code: 10 } as const;

const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** Splits a WebAssembly file into its sections, in order. */
export function readSections(bytes: Uint8Array): WasmSection[] {
  const reader = new ByteReader(bytes);
  for (const byte of MAGIC) {
    if (reader.byte() !== byte) throw new SandboxError('engine-malformed', { at: '0' });
  }
  const sections: WasmSection[] = [];
  while (!reader.done) {
    const id = reader.byte();
    const length = reader.unsigned();
    const from = reader.position;
    reader.skip(length);
    sections.push({ id, content: reader.slice(from) });
  }
  return sections;
}

/** A reader of the one section of a kind; no file that the pinned engines come as lacks one of those asked for. */
export function readSection(sections: readonly WasmSection[], id: number): ByteReader {
  const found = sections.find((section) => section.id === id);
  if (found === undefined) throw new SandboxError('engine-malformed', { section: String(id) });
  return new ByteReader(found.content);
}

export function readTypes(content: ByteReader): FunctionType[] {
  return readVector(content, () => {
    if (content.byte() !== 0x60) throw new SandboxError('engine-malformed', { section: 'type' });
    const params = content.unsigned();
    content.skip(params);
    const results = content.unsigned();
    if (results > 1) throw new SandboxError('engine-malformed', { section: 'type' });
    return { params, result: results === 1 ? content.byte() : undefined };
  });
}

/** How many functions the file imports; functions of its own are numbered behind them. */
export function countImportedFunctions(content: ByteReader): number {
  let functions = 0;
  readVector(content, () => {
    content.skip(content.unsigned());
    content.skip(content.unsigned());
    const kind = content.byte();
    if (kind === 0) {
      content.unsigned();
      functions += 1;
    } else if (kind === 2) {
      if ((content.byte() & 1) === 1) content.unsigned();
      content.unsigned();
    } else {
      throw new SandboxError('engine-malformed', { section: 'import' });
    }
  });
  return functions;
}

/** The functions that can be called by number from a table. */
export function readTableFunctions(content: ByteReader): number[] {
  const found = readVector(content, () => {
    // One active segment of function numbers at a constant place is all that the pinned engines have.
    if (content.unsigned() !== 0 || content.byte() !== 0x41) {
      throw new SandboxError('engine-malformed', { section: 'element' });
    }
    content.skipNumber();
    content.byte();
    return readVector(content, () => content.unsigned());
  });
  return found.flat();
}

export function readVector<T>(content: ByteReader, readOne: () => T): T[] {
  return Array.from({ length: content.unsigned() }, readOne);
}
