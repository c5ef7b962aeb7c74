import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStrictJson } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

/** Where one draft of a person lies at the platform, and the key that opens it. The draft itself never comes here. */
export interface DraftKey {
  readonly service: string;
  /** base64url of 32 bytes: the slot's secret name. */
  readonly slot: string;
  /** base64url of 32 bytes. */
  readonly key: string;
  readonly touchedAt: number;
}

const LIFETIME_MS = 30 * 86_400_000;
/** One a service; nobody fills in more at once. */
const MAX_DRAFTS = 20;

/**
 * Keys of drafts, by person, in files of the department's own folder (mode 0600). Neither side reads a draft from what
 * lies with it: the platform has the ciphertext without the key, this process the key without the ciphertext.
 */
export class DraftKeys {
  readonly #directory: string;
  readonly #clock: () => number;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(directory: string, clock: () => number) {
    this.#directory = join(directory, 'drafts');
    this.#clock = clock;
  }

  list(person: string): Promise<readonly DraftKey[]> {
    return this.#inTurn(person, () => this.#read(person));
  }

  /** What there is for this service; else what is offered, from now on. Of two devices that begin at once both get the first one's. */
  open(person: string, offered: Omit<DraftKey, 'touchedAt'>): Promise<DraftKey> {
    return this.#inTurn(person, async () => {
      const drafts = await this.#read(person);
      const known = drafts.find(({ service }) => service === offered.service);
      const { service, slot, key } = known ?? offered;
      const kept = { service, slot, key, touchedAt: this.#clock() };
      const others = drafts.filter((one) => one.service !== offered.service).slice(1 - MAX_DRAFTS);
      await this.#write(person, [...others, kept]);
      return kept;
    });
  }

  /** Only this slot: another device may have begun a new draft meanwhile. */
  async forget(person: string, slot: string): Promise<void> {
    await this.#inTurn(person, async () => {
      const drafts = await this.#read(person);
      const left = drafts.filter((one) => one.slot !== slot);
      if (left.length < drafts.length) await this.#write(person, left);
    });
  }

  async #inTurn<Result>(person: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(person) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    this.#turns.set(person, mine);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(person) === mine) this.#turns.delete(person);
    }
  }

  async #read(person: string): Promise<readonly DraftKey[]> {
    let text: string;
    try {
      text = await readFile(this.#path(person), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    const oldest = this.#clock() - LIFETIME_MS;
    return parseDrafts(text).filter(({ touchedAt }) => touchedAt > oldest);
  }

  async #write(person: string, drafts: readonly DraftKey[]): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    const path = this.#path(person);
    const file = await open(`${path}.new`, 'w', 0o600);
    await file.writeFile(JSON.stringify({ v: 0, drafts }));
    await file.sync();
    await file.close();
    await rename(`${path}.new`, path);
  }

  /** Whose it is does not stand in a folder's listing. */
  #path(person: string): string {
    return join(this.#directory, `${createHash('sha256').update(`draft ${person}`).digest('hex').slice(0, 32)}.json`);
  }
}

function parseDrafts(text: string): readonly DraftKey[] {
  try {
    const { drafts } = parseStrictJson(text) as { drafts?: unknown };
    if (Array.isArray(drafts)) return drafts as DraftKey[];
  } catch {
    // falls through: a damaged file is the department's to mend
  }
  throw new DepartmentError('register-damaged', { file: 'drafts' });
}
