import { createHmac } from 'node:crypto';
import { openLineFile } from '../storage/line-file.ts';
import type { SearchTerm } from './search-term.ts';

interface Line {
  readonly token: string;
  readonly case: string;
}

export interface IndexedCase {
  readonly id: string;
  readonly terms: readonly SearchTerm[];
}

/**
 * Finds cases by the name or number of a person without keeping either: tokens are HMAC-SHA-256 under a key of this
 * department alone, and lead to case ids. Whoever takes the file and not the key can try no names against it; they see
 * only that two cases have a token in common.
 */
export class BlindIndex {
  readonly #key: Uint8Array;
  readonly #append: (lines: readonly Line[]) => Promise<void>;
  readonly #cases = new Map<string, Set<string>>();

  private constructor(key: Uint8Array, append: (lines: readonly Line[]) => Promise<void>) {
    this.#key = key;
    this.#append = append;
  }

  static async open(path: string, key: Uint8Array): Promise<BlindIndex> {
    const { lines, file } = await openLineFile(path);
    const index = new BlindIndex(key, (added) => file.append(added.map((line) => ({ ...line }))));
    for (const line of lines) index.#take(line as unknown as Line);
    return index;
  }

  tokenOf({ kind, text }: SearchTerm): string {
    return createHmac('sha256', this.#key).update(`${kind}\n${text}`).digest('base64url');
  }

  /** On disk when it returns; what is known already is not written again. */
  async add(cases: readonly IndexedCase[]): Promise<void> {
    const lines = cases
      .flatMap(({ id, terms }) => terms.map((term) => ({ token: this.tokenOf(term), case: id })))
      .filter(({ token, case: id }) => this.#cases.get(token)?.has(id) !== true);
    await this.#append(lines);
    for (const line of lines) this.#take(line);
  }

  /** Ids of cases, the last one added first. */
  find(term: SearchTerm): readonly string[] {
    return [...(this.#cases.get(this.tokenOf(term)) ?? [])].reverse();
  }

  #take({ token, case: id }: Line): void {
    const known = this.#cases.get(token);
    if (known === undefined) this.#cases.set(token, new Set([id]));
    else known.add(id);
  }
}
