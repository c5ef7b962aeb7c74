import { join } from 'node:path';
import { type LineFile, openLineFile } from '../storage/line-file.ts';
import { BlindIndex } from './blind-index.ts';
import { searchTermOf } from './search-term.ts';

/** Why somebody looked: told by the officer, kept with the search. */
export const SEARCH_PURPOSES = ['at-the-counter', 'handling-a-case', 'inspection'] as const;
export type SearchPurpose = (typeof SEARCH_PURPOSES)[number];

export interface Searching {
  /** Handle of the officer in the department's register. */
  readonly officer: string;
  readonly typed: string;
  readonly purpose: SearchPurpose;
  readonly nowMs: number;
}

/** Searches of the blind index. Each is written down before it is answered: who, when, why, and the token, never the name. */
export class SearchDesk {
  readonly index: BlindIndex;
  readonly #asked: LineFile;

  private constructor(index: BlindIndex, asked: LineFile) {
    this.index = index;
    this.#asked = asked;
  }

  static async open(directory: string, key: Uint8Array): Promise<SearchDesk> {
    const index = await BlindIndex.open(join(directory, 'search', 'index.jsonl'), key);
    const { file } = await openLineFile(join(directory, 'search', 'asked.jsonl'));
    return new SearchDesk(index, file);
  }

  /** Throws `search-text-unfit`, `id-number-check`. */
  async search({ officer, typed, purpose, nowMs }: Searching): Promise<readonly string[]> {
    const term = searchTermOf(typed);
    const found = this.index.find(term);
    const token = this.index.tokenOf(term);
    await this.#asked.append([{ at: nowMs, officer, purpose, kind: term.kind, token, found: found.length }]);
    return found;
  }
}
