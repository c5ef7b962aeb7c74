import { openStateTables, type StateTables } from './state-tables.ts';

/** Each maps up to two runs of 64 KB, neighbours that the system brings along: at most some 130 MB between two openings. */
const LOOK_UPS_A_MAP = 1_000;

/**
 * The tables as a reader opens them. LMDB maps its file, and whatever page was ever looked at counts as the process's memory
 * from then on, up to the size of the whole state; so every thousand look-ups the map is given back and made anew
 * (2.6 ms with a million records). What the system keeps of the file in its own cache stays there.
 */
export class TablesOnDisk {
  readonly #directory: string;
  #tables: StateTables;
  #lookUps = 0;

  constructor(directory: string) {
    this.#directory = directory;
    this.#tables = openStateTables(directory);
  }

  /** For whoever goes through many rows, or is between two look-ups that belong together. */
  get tables(): StateTables {
    return this.#tables;
  }

  /** For one look-up in a random place; no iterator over an earlier answer may be open. */
  lookUp(): StateTables {
    this.#lookUps += 1;
    if (this.#lookUps > LOOK_UPS_A_MAP) this.reopen();
    return this.#tables;
  }

  reopen(): void {
    this.#lookUps = 0;
    // Nothing is ever written through it, so it is closed when the call returns.
    void this.#tables.root.close();
    this.#tables = openStateTables(this.#directory);
  }

  async close(): Promise<void> {
    await this.#tables.root.close();
  }
}
