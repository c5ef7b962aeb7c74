import { join } from 'node:path';
import { type FileSystem, writeFileDurably } from '@minglu/node';
import { ApiError } from '../api-error.ts';
import { draftPath, vaultFolders } from './vault-paths.ts';

/** A draft as it lies here: ciphertext that only its owner's devices open, and the objects it needs. */
export interface DraftSlot {
  /** From 1, one more with each save. */
  readonly version: number;
  readonly savedAt: number;
  /** Objects that must not be swept while the draft lives. */
  readonly objects: readonly string[];
  /** Compact text of the owner's; nothing here can read it. */
  readonly sealed: string;
}

const SLOT = /^[\w-]{43}$/;
export const DRAFT_LIFETIME_MS = 30 * 86_400_000;
const MAX_SLOTS = 200_000;

/** Places that are written again and again under a random name; who knows the name may read and write. */
export class DraftSlots {
  readonly #directory: string;
  readonly #files: FileSystem;
  readonly #nowMs: () => number;
  readonly #slots = new Map<string, Pick<DraftSlot, 'version' | 'savedAt' | 'objects'>>();

  constructor(directory: string, files: FileSystem, nowMs: () => number) {
    this.#directory = directory;
    this.#files = files;
    this.#nowMs = nowMs;
  }

  async open(): Promise<void> {
    const folder = join(this.#directory, vaultFolders.drafts);
    await this.#files.makeDirectory(folder);
    await this.#files.syncDirectory(this.#directory);
    for (const name of await this.#files.list(folder)) {
      const slot = SLOT.test(name) ? await this.#read(name) : undefined;
      if (slot === undefined) await this.#files.unlink(join(folder, name));
      else this.#slots.set(name, withoutText(slot));
    }
  }

  /** The objects of all drafts that live. */
  objects(): Set<string> {
    return new Set([...this.#slots.values()].flatMap(({ objects }) => objects));
  }

  async find(slot: string): Promise<DraftSlot | undefined> {
    return this.#isLive(slot) ? this.#read(slot) : undefined;
  }

  /**
   * Saves over the version that its writer has seen (0: none yet). Throws `draft-behind` when another device was
   * quicker: what it wrote is not overwritten unseen.
   */
  async save(slot: string, seen: number, draft: Pick<DraftSlot, 'objects' | 'sealed'>): Promise<DraftSlot> {
    const version = this.#isLive(slot) ? (this.#slots.get(slot)?.version ?? 0) : 0;
    if (seen !== version) throw new ApiError('draft-behind', { version });
    if (version === 0 && this.#slots.size >= MAX_SLOTS) throw new ApiError('vault-full');
    const saved = { version: version + 1, savedAt: this.#nowMs(), ...draft };
    // Taken before the disk is asked: of two that come at once the second is behind.
    this.#slots.set(slot, withoutText(saved));
    await writeFileDurably(this.#files, draftPath(this.#directory, slot), Buffer.from(JSON.stringify(saved)));
    return saved;
  }

  async forget(slot: string): Promise<void> {
    if (this.#slots.delete(slot)) await this.#files.unlink(draftPath(this.#directory, slot));
  }

  /** Drops what nobody has touched for thirty days. */
  async sweep(): Promise<void> {
    for (const slot of [...this.#slots.keys()]) if (!this.#isLive(slot)) await this.forget(slot);
  }

  #isLive(slot: string): boolean {
    const known = this.#slots.get(slot);
    return known !== undefined && this.#nowMs() - known.savedAt < DRAFT_LIFETIME_MS;
  }

  async #read(slot: string): Promise<DraftSlot | undefined> {
    const bytes = await this.#files.readFile(draftPath(this.#directory, slot));
    try {
      return bytes === undefined ? undefined : parseSlot(JSON.parse(Buffer.from(bytes).toString()));
    } catch {
      return undefined;
    }
  }
}

const withoutText = ({ version, savedAt, objects }: DraftSlot) => ({ version, savedAt, objects });

const parseSlot = (value: unknown): DraftSlot | undefined => {
  const { version, savedAt, objects, sealed } = value as Partial<DraftSlot>;
  const isWhole = typeof version === 'number' && typeof savedAt === 'number' && typeof sealed === 'string';
  return isWhole && Array.isArray(objects) ? { version, savedAt, objects, sealed } : undefined;
};
