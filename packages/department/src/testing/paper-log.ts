import type { JsonObject, LedgerEvent } from '@minglu/protocol';
import {
  encodeBlockEntry,
  encodeEntryBundle,
  encodeTransactionEntry,
  formatCheckpointBody,
  formatVkey,
  leafHash,
  memoryTree,
  parseTilePath,
  type SecretSigner,
  sha256,
  signerFromSecret,
  signNote,
  signTransaction,
  utf8Encode,
  vkeyOf,
} from '@minglu/protocol';
import type { Fetch } from '../follow/log-reader.ts';

export const CHAIN = 'minglu.example/test';

/** Deeds that citizens sign with the key of a case. */
const CASE_KEY_DEEDS = new Set(['cases.submit', 'licences.apply-change', 'annulments.ask']);

export const secretOf = (name: string): Uint8Array => sha256(utf8Encode(name));

export interface PaperDeed {
  readonly id: string;
  readonly deed: string;
  readonly body: JsonObject;
  readonly by: SecretSigner;
  readonly events: readonly LedgerEvent[];
  readonly sidecar?: string;
}

/** A log in memory for tests: real entries, real bundles, and a key with which the test may do as it likes. */
export class PaperLog {
  readonly signer = signerFromSecret('Ed25519', secretOf('log key'));
  readonly vkey = formatVkey(vkeyOf(CHAIN, 'log', this.signer.publicKey));
  entries: Uint8Array[] = [];
  height = 0;
  /** What answers 404 or worse, when the test wants it so. */
  broken: ((path: string) => Response | undefined) | undefined;

  async block(time: number, deeds: readonly PaperDeed[], events: readonly LedgerEvent[] = []): Promise<this> {
    for (const { by, events: outcome, ...draft } of deeds) {
      const letter = { chain: CHAIN, notAfter: time + 60_000, ...draft };
      const jws = await signTransaction(letter, by, { embedKey: CASE_KEY_DEEDS.has(draft.deed) });
      this.entries.push(encodeTransactionEntry({ height: this.height, jws, outcome: { events: outcome } }));
    }
    const zero = new Uint8Array(32);
    const head = { height: this.height, time, protocol: 2, transactions: deeds.length };
    this.entries.push(encodeBlockEntry({ ...head, events, stateRoot: zero, previous: zero }));
    this.height += 1;
    return this;
  }

  async checkpoint(signer = this.signer): Promise<string> {
    const tree = memoryTree();
    for (const entry of this.entries) tree.append(leafHash(entry));
    const body = formatCheckpointBody({ origin: CHAIN, size: this.entries.length, root: tree.at().root });
    return await signNote(body, { name: CHAIN, signer });
  }

  readonly fetch: Fetch = async (url) => {
    const path = url.replace('http://log.test/', '');
    const answer = this.broken?.(path);
    if (answer !== undefined) return answer;
    if (path === 'checkpoint') return new Response(await this.checkpoint());
    const place = parseTilePath(path);
    if (place.kind !== 'entries') return new Response('', { status: 404 });
    const first = place.index * 256;
    const bytes = encodeEntryBundle(this.entries.slice(first, first + place.width));
    return new Response(new Uint8Array(bytes));
  };
}
