import {
  base64Encode,
  consistencyPath,
  encodeBlockEntry,
  formatCheckpointBody,
  formatTlogProof,
  type HashReader,
  inclusionPath,
  leafHash,
  nodeHash,
  rootFromReader,
  sha256,
  signCheckpoint,
  signerFromSecret,
  signTrustFile,
  utf8Encode,
  vkeyOf,
} from '@minglu/protocol';
import { Client } from '../client/client.ts';

export const ORIGIN = 'minglu.example/test';
export const logSigner = signerFromSecret('Ed25519', sha256(utf8Encode('log')));

/** A small log of block entries, signed, with as many entries as asked; `branch` makes another history. */
export class TestLog {
  readonly #entries: Uint8Array[];
  readonly #reader: HashReader = (level, index) =>
    level === 0
      ? leafHash(this.#entries[index] ?? new Uint8Array())
      : nodeHash(this.#reader(level - 1, index * 2), this.#reader(level - 1, index * 2 + 1));

  constructor(size: number, branch = 'main', stateRoot: Uint8Array = new Uint8Array(32)) {
    this.#entries = Array.from({ length: size }, (_none, height) =>
      encodeBlockEntry({
        height,
        time: 1_000 + height,
        protocol: 1,
        transactions: 0,
        events: [],
        stateRoot,
        previous: sha256(utf8Encode(`${height < 2 ? 'main' : branch} ${height}`)),
      }),
    );
  }

  async checkpoint(size: number = this.#entries.length): Promise<string> {
    const body = formatCheckpointBody({ origin: ORIGIN, size, root: rootFromReader(size, this.#reader) });
    return `${body}\n${await signCheckpoint(body, { name: ORIGIN, signer: logSigner })}`;
  }

  consistency(from: number, to: number): string[] {
    return consistencyPath(from, { size: to, reader: this.#reader }).map(base64Encode);
  }

  async proof(index: number): Promise<string> {
    const path = inclusionPath(index, { size: this.#entries.length, reader: this.#reader });
    return formatTlogProof({
      extra: this.#entries[index] as Uint8Array,
      index,
      path,
      checkpoint: await this.checkpoint(),
    });
  }
}

export const trustText = (version = 1, signer = logSigner): Promise<string> =>
  signTrustFile(
    { version, origin: ORIGIN, logKeys: [vkeyOf(ORIGIN, 'log', signer.publicKey)], witnesses: [], threshold: 0 },
    signer,
  );

/** A server of texts: each path answers with what the function gives, or with 404 and a code. */
export const clientOf = (
  answer: (path: string, init: RequestInit) => string | undefined | Promise<string | undefined>,
): Client =>
  new Client({
    baseUrl: 'http://test',
    fetch: async (url, init) => {
      const text = await answer(url.slice('http://test'.length), init ?? {});
      if (text !== undefined) return new Response(text);
      return Response.json({ code: 'not-found', facts: { a: 1 }, correlation: 'c-1' }, { status: 404 });
    },
  });
