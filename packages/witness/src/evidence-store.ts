import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hexEncode, sha256, utf8Encode } from '@minglu/protocol';
import type { Evidence } from './evidence.ts';
import { formatEvidence } from './evidence.ts';
import { writeDurably } from './write-durably.ts';

/** A log that contradicts itself in every request must not fill the disk of whoever watches it. */
const FILE_LIMIT = 1_000;

const NAME = /^[a-z-]+-[0-9a-f]{16}\.json$/;

/** Evidence files of one watcher: each self-contained, named by what it shows, the same contradiction kept once. */
export class EvidenceStore {
  readonly #directory: string;
  #names: Set<string> | undefined;

  constructor(directory: string) {
    this.#directory = join(directory, 'evidence');
  }

  /** The file's name; an old one when the same pair is kept already; undefined when the store is full. */
  async keep(evidence: Evidence): Promise<string | undefined> {
    const names = await this.#known();
    const pair = hexEncode(sha256(utf8Encode(`${bodyOf(evidence.older)}\n${bodyOf(evidence.newer)}`)));
    const name = `${evidence.kind}-${pair.slice(0, 16)}.json`;
    if (names.has(name)) return name;
    if (names.size >= FILE_LIMIT) return undefined;
    await writeDurably(join(this.#directory, name), formatEvidence(evidence));
    names.add(name);
    return name;
  }

  async list(): Promise<string[]> {
    return [...(await this.#known())].sort();
  }

  /** The text of a file of this store; a name of another form is never a path here. */
  async find(name: string): Promise<string | undefined> {
    if (!NAME.test(name) || !(await this.#known()).has(name)) return undefined;
    return await readFile(join(this.#directory, name), 'utf8');
  }

  async #known(): Promise<Set<string>> {
    this.#names ??= new Set(await namesIn(this.#directory));
    return this.#names;
  }
}

/** Origin, size and root: signature lines differ from one copy to the next. */
function bodyOf(note: string): string {
  return note.split('\n\n')[0] ?? '';
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).filter((name) => NAME.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
