import { decodeTextKey, encodeTextKey, encodeTextPackKey } from './state-rows.ts';
import type { Table } from './state-tables.ts';
import { decodeTextPack, encodeTextPack, PACK_BYTES, PACK_TEXTS } from './text-pack.ts';

const NOTHING = Buffer.alloc(0);

/** Adds texts in packs and takes texts out of theirs, inside one transaction. */
export class TextWriter {
  readonly #texts: Table;
  /** Places that are gone, by pack. */
  readonly #dropped = new Map<number, number[]>();
  #pack: number;
  #rows: Buffer[] = [];
  #bytes = 0;

  constructor(texts: Table) {
    this.#texts = texts;
    const [last] = texts.getKeys({ reverse: true, limit: 1 });
    this.#pack = last === undefined ? 1 : decodeTextKey(last).pack + 1;
  }

  /** Answers the key under which the text is found. */
  add(row: Buffer): Buffer {
    const key = encodeTextKey({ pack: this.#pack, place: this.#rows.length });
    this.#rows.push(row);
    this.#bytes += row.length;
    if (this.#rows.length === PACK_TEXTS || this.#bytes >= PACK_BYTES) this.#close();
    return key;
  }

  drop(textKey: Buffer): void {
    const { pack, place } = decodeTextKey(textKey);
    const places = this.#dropped.get(pack) ?? [];
    places.push(place);
    this.#dropped.set(pack, places);
  }

  finish(): void {
    if (this.#rows.length > 0) this.#close();
    for (const [pack, places] of this.#dropped) this.#blank(encodeTextPackKey(pack), places);
  }

  #close(): void {
    this.#texts.putSync(encodeTextPackKey(this.#pack), encodeTextPack(this.#rows), { append: true });
    this.#pack += 1;
    this.#rows = [];
    this.#bytes = 0;
  }

  #blank(key: Buffer, places: readonly number[]): void {
    const pack = this.#texts.getBinary(key);
    if (pack === undefined) return;
    const rows = decodeTextPack(pack).map((row, place) => (places.includes(place) ? NOTHING : row));
    if (rows.every(({ length }) => length === 0)) this.#texts.removeSync(key);
    else this.#texts.putSync(key, encodeTextPack(rows));
  }
}
