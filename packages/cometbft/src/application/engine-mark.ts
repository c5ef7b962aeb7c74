import { readFile } from 'node:fs/promises';
import { type FileSystem, writeFileDurably } from '@minglu/node';
import { EngineError } from '../engine-error.ts';

/** How far the engine's chain had come when a commit was answered last, and where the ledger stood then. */
export interface EngineMark {
  /** Of the engine; it counts blocks without effect too. */
  readonly height: number;
  /** Of the ledger. */
  readonly ledgerHeight: number;
  /** What `FinalizeBlock` of that height answered: the root of the log. */
  readonly appHash: Uint8Array;
}

interface Text {
  readonly format: 'minglu-engine-mark/v0';
  readonly height: number;
  readonly ledgerHeight: number;
  readonly appHash: string;
}

/** undefined before the first block. Throws `mark-damaged`. */
export async function findEngineMark(file: string): Promise<EngineMark | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const { format, height, ledgerHeight, appHash } = JSON.parse(text) as Text;
    const root = Buffer.from(appHash, 'hex');
    const isWhole = Number.isSafeInteger(height) && Number.isSafeInteger(ledgerHeight) && root.length === 32;
    if (format === 'minglu-engine-mark/v0' && isWhole) return { height, ledgerHeight, appHash: root };
  } catch {
    // Said below.
  }
  throw new EngineError('mark-damaged', { file, remedy: 'bring back the newest backup of this node' });
}

/** In place of the one before: after a power cut there is this one or that one. */
export function writeEngineMark(fileSystem: FileSystem, file: string, mark: EngineMark): Promise<void> {
  const { height, ledgerHeight, appHash } = mark;
  const text: Text = {
    format: 'minglu-engine-mark/v0',
    height,
    ledgerHeight,
    appHash: Buffer.from(appHash).toString('hex'),
  };
  return writeFileDurably(fileSystem, file, Buffer.from(`${JSON.stringify(text)}\n`));
}
