import type { HashReader, Signer } from '@minglu/protocol';
import {
  addSignatureLine,
  base64urlEncode,
  decodeEntryBundle,
  encodeEntryBundle,
  formatAddCheckpoint,
  formatCheckpointBody,
  formatNote,
  formatStrictJson,
  formatVkey,
  leafHash,
  nodeHash,
  parseTilePath,
  sha256,
  signCheckpoint,
  signerFromSecret,
  treeAt,
  utf8Encode,
  vkeyOf,
} from '@minglu/protocol';
import type { Fetch } from '../log-client.ts';

export const ORIGIN = 'paper.example/log';

export function secretOf(name: string): Uint8Array {
  return sha256(utf8Encode(name));
}

export function logSigner(name = 'log key'): Signer {
  return signerFromSecret('Ed25519', secretOf(name));
}

export function logVkey(signer: Signer = logSigner()): string {
  return formatVkey(vkeyOf(ORIGIN, 'log', signer.publicKey));
}

/** A log in memory for tests: real blocks, real tiles, and a key with which the test may do as it likes. */
export class PaperLog {
  readonly signer: Signer;
  readonly entries: Uint8Array[] = [];
  #height = 0;
  #previous = new Uint8Array(32);

  constructor(signer: Signer = logSigner()) {
    this.signer = signer;
  }

  /** `count` empty blocks; `mark` makes two logs differ. */
  blocks(count: number, mark = 'a'): this {
    for (let block = 0; block < count; block += 1) this.push(this.blockEntry(mark));
    return this;
  }

  blockEntry(mark: string, more: Record<string, unknown> = {}): Uint8Array {
    const entry = {
      v: 0,
      type: 'block',
      height: this.#height,
      time: 1_700_000_000_000 + this.#height,
      protocol: 1,
      transactions: 0,
      events: [],
      stateRoot: base64urlEncode(sha256(utf8Encode(mark))),
      previous: base64urlEncode(this.#previous),
      ...more,
    };
    return utf8Encode(formatStrictJson(entry as never));
  }

  push(entry: Uint8Array): void {
    this.entries.push(entry);
    this.#height += 1;
    this.#previous = new Uint8Array(sha256(entry));
  }

  get size(): number {
    return this.entries.length;
  }

  readonly reader: HashReader = (level, index) => {
    if (level === 0) return leafHash(this.entries[index] ?? new Uint8Array());
    return nodeHash(this.reader(level - 1, 2 * index), this.reader(level - 1, 2 * index + 1));
  };

  async note(size = this.size): Promise<string> {
    const body = formatCheckpointBody({ origin: ORIGIN, size, root: treeAt(size, this.reader).root });
    return formatNote(body, [await signCheckpoint(body, { name: ORIGIN, signer: this.signer })]);
  }

  /** A log that rolls its key signs with both for a while. */
  async noteBy(...signers: Signer[]): Promise<string> {
    const body = formatCheckpointBody({ origin: ORIGIN, size: this.size, root: treeAt(this.size, this.reader).root });
    let note = '';
    for (const signer of signers) {
      const line = await signCheckpoint(body, { name: ORIGIN, signer });
      note = note === '' ? formatNote(body, [line]) : addSignatureLine(note, line);
    }
    return note;
  }

  async request(oldSize: number, size = this.size): Promise<string> {
    const proof = treeAt(size, this.reader).consistencyPath(oldSize);
    return formatAddCheckpoint({ oldSize, proof, checkpoint: await this.note(size) });
  }

  tile(path: string): Uint8Array | undefined {
    const place = parseTilePath(path);
    const span = place.kind === 'entries' ? 1 : 256 ** place.level;
    const first = place.index * 256;
    const there = Math.floor(this.size / span) - first;
    if (there < place.width) return undefined;
    if (place.kind === 'entries') return encodeEntryBundle(this.entries.slice(first, first + place.width));
    const hashes = Array.from({ length: place.width }, (_, at) => this.reader(8 * place.level, first + at));
    return Buffer.concat(hashes);
  }

  copy(): PaperLog {
    const other = new PaperLog(this.signer);
    for (const entry of decodeEntryBundle(encodeEntryBundle(this.entries))) other.push(entry);
    return other;
  }
}

/** What a monitor fetches, answered from whatever log `shown` names at the moment; other addresses go to the network. */
export function fetchFrom(shown: () => { log: PaperLog; note: string }, prefix: string): Fetch {
  return async (url, init) => {
    if (!url.startsWith(prefix)) return await fetch(url, init);
    const path = url.slice(prefix.length + 1);
    const { log, note } = shown();
    if (path === 'checkpoint') return new Response(note);
    const bytes = log.tile(path);
    return bytes === undefined ? new Response(null, { status: 404 }) : new Response(Buffer.from(bytes));
  };
}
