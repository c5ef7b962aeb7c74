import { hash } from 'node:crypto';
import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';

export interface LogHead {
  readonly size: number;
  /** RFC 6962 root of the first `size` entries. */
  readonly root: Uint8Array;
}

/** The last head that may have been signed. Before a signature leaves, what it signs stands here durably. */
export interface SignedHead {
  /** undefined: nothing was ever signed from this directory. */
  last(): LogHead | undefined;
  /**
   * Resolves when it is on disk. `second-history` for a smaller size, or for another root at the same size: the thief of
   * a key, or a restored backup, would have this log say two things. One call at a time.
   */
  record(head: LogHead): Promise<void>;
  close(): Promise<void>;
}

const MAGIC = Buffer.from('MLHEAD01');
/** magic 8 · sequence 8 · size 8 · root 32 · SHA-256 of those 32 */
const SLOT_BYTES = 88;
/** A sector of its own each: a torn write never reaches the other slot. */
const SLOT_SPACING = 4096;

interface Slot {
  readonly sequence: bigint;
  readonly head: LogHead;
}

export async function openSignedHead(options: {
  readonly file: string;
  readonly fileSystem: FileSystem;
}): Promise<SignedHead> {
  const { file: path, fileSystem } = options;
  const bytes = await fileSystem.readFile(path);
  if (bytes === undefined) {
    await fileSystem.makeDirectory(dirname(path));
    await writeFileDurably(fileSystem, path, emptyFile());
  }
  const slot = newestSlot(Buffer.from(bytes ?? emptyFile()), path);
  return new TwoSlotHead(await fileSystem.open(path, 'write'), slot);
}

class TwoSlotHead implements SignedHead {
  readonly #file: OpenFile;
  #slot: Slot;
  #isHalted = false;

  constructor(file: OpenFile, slot: Slot) {
    this.#file = file;
    this.#slot = slot;
  }

  last(): LogHead | undefined {
    return this.#slot.sequence === 0n ? undefined : this.#slot.head;
  }

  async record(head: LogHead): Promise<void> {
    if (this.#isHalted) throw new StoreError('halted');
    const last = this.last();
    if (last !== undefined) {
      const isSame = head.size === last.size && Buffer.compare(head.root, last.root) === 0;
      if (isSame) return;
      if (head.size <= last.size) throw new StoreError('second-history', { signed: last.size, asked: head.size });
    }
    const slot = { sequence: this.#slot.sequence + 1n, head };
    try {
      await this.#file.write(encodeSlot(slot), Number(slot.sequence % 2n) * SLOT_SPACING);
      await this.#file.datasync();
    } catch (error) {
      this.#isHalted = true;
      throw error;
    }
    this.#slot = slot;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

/** Both slots are true from the beginning, so that two bad ones are always damage and never a first write torn. */
function emptyFile(): Buffer {
  const bytes = Buffer.alloc(SLOT_SPACING + SLOT_BYTES);
  const slot = encodeSlot({ sequence: 0n, head: { size: 0, root: new Uint8Array(32) } });
  slot.copy(bytes, 0);
  slot.copy(bytes, SLOT_SPACING);
  return bytes;
}

function newestSlot(bytes: Buffer, file: string): Slot {
  const slots = [findSlot(bytes, 0), findSlot(bytes, SLOT_SPACING)].filter((slot) => slot !== undefined);
  const [first, second] = slots;
  if (first === undefined) {
    throw new StoreError('damaged', { file, offset: 0, remedy: 'ask witnesses for the largest size they have seen' });
  }
  return second !== undefined && second.sequence > first.sequence ? second : first;
}

function encodeSlot({ sequence, head }: Slot): Buffer {
  const bytes = Buffer.alloc(SLOT_BYTES);
  MAGIC.copy(bytes);
  bytes.writeBigUInt64BE(sequence, 8);
  bytes.writeBigUInt64BE(BigInt(head.size), 16);
  bytes.set(head.root, 24);
  hash('sha256', bytes.subarray(0, 56), 'buffer').copy(bytes, 56);
  return bytes;
}

function findSlot(file: Buffer, offset: number): Slot | undefined {
  const bytes = file.subarray(offset, offset + SLOT_BYTES);
  if (bytes.length < SLOT_BYTES || !bytes.subarray(0, 8).equals(MAGIC)) return undefined;
  if (!hash('sha256', bytes.subarray(0, 56), 'buffer').equals(bytes.subarray(56))) return undefined;
  const head = { size: Number(bytes.readBigUInt64BE(16)), root: Uint8Array.from(bytes.subarray(24, 56)) };
  return { sequence: bytes.readBigUInt64BE(8), head };
}
