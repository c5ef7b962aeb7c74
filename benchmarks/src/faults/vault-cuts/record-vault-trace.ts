import { createHash } from 'node:crypto';
import { Vault } from '@minglu/api';
import type { RecordedTransaction } from '@minglu/node';
import type { Attachment } from '@minglu/protocol';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { type DiskTrace, recorderOf } from '../powercut/disk-trace.ts';

/** Where the vault lies; its folder is made by the first start, as a city's is. */
export const HOME = '/city';
export const VAULT = '/city/vault';

/** What is so from this position of the trace on, and must be so after a cut behind it. */
export interface VaultPromise {
  readonly at: number;
  /** `stored`: a digest was answered · `accepted`, `refused`: the chain has the transaction · `draft`: a save was answered · `swept`: nobody may ask for it any more. */
  readonly kind: 'stored' | 'accepted' | 'refused' | 'draft' | 'swept';
  /** Digest, transaction or slot. */
  readonly id: string;
  readonly digests: readonly string[];
  readonly version: number;
}

export interface VaultTrace {
  readonly trace: DiskTrace;
  readonly promises: readonly VaultPromise[];
}

const HOUR_MS = 3_600_000;
const PAGES = 12;
/** Over several sectors, so that a torn one is torn. */
const LENGTHS = [1, 500, 1_500, 5_000] as const;
const SLOTS = [0, 1].map((at) => String(at).repeat(43));

export const pageOf = (at: number): Buffer => Buffer.alloc(LENGTHS[at % LENGTHS.length] ?? 1, at + 1);
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const accepted: RecordedTransaction = { height: 1, index: 1, outcome: { events: [] } };
const refused: RecordedTransaction = { height: 1, index: 1, outcome: { refused: 'case-exists', facts: {} } };
export const recordOf = (kind: VaultPromise['kind']): RecordedTransaction => (kind === 'refused' ? refused : accepted);

/** A vault's life on a disk in memory: pages come, cases name them and are taken or not, drafts are saved, a night is swept. */
export async function recordVaultTrace(): Promise<VaultTrace> {
  const trace: DiskTrace = { root: HOME, files: [], directories: [], events: [] };
  const disk = new MemoryDisk([], recorderOf(trace.events));
  disk.directories.add(HOME);
  const promises: VaultPromise[] = [];
  const chain = new Map<string, RecordedTransaction>();
  let nowMs = 0;
  const vault = new Vault({
    directory: VAULT,
    files: disk,
    node: { find: async (id) => chain.get(id) },
    nowMs: () => nowMs,
  });
  const promise = (kind: VaultPromise['kind'], id: string, digests: readonly string[] = [], version = 0): void =>
    void promises.push({ at: trace.events.length, kind, id, digests, version });
  const put = async (at: number): Promise<Attachment> => {
    const bytes = pageOf(at);
    const digest = await vault.put(bytes, { address: `source-${at}` });
    promise('stored', digest, [digest]);
    return { kind: 'premises', digest, bytes: bytes.length, mediaType: 'image/jpeg' };
  };
  await vault.open();
  for (let at = 0; at < PAGES; at += 2) {
    const named = [await put(at), await put(at + 1)];
    const digests = named.map(({ digest }) => digest);
    const id = `T${at}`;
    const kind = at % 6 === 4 ? 'refused' : 'accepted';
    await vault.hold(id, named);
    chain.set(id, recordOf(kind));
    promise(kind, id, digests);
    await vault.settle(id, named, kind === 'accepted');
    const slot = SLOTS[(at / 2) % SLOTS.length] ?? '';
    const version = Math.floor(at / 4);
    await vault.drafts.save(slot, version, { objects: [], sealed: 'x'.repeat(200 * (at + 1)) });
    promise('draft', slot, [], version + 1);
  }
  // Three at once, two of them the same page.
  await Promise.all([put(PAGES), put(PAGES), put(PAGES + 1)]);
  nowMs = 25 * HOUR_MS;
  // Those of the refused, and those that nobody named.
  for (const at of [4, 5, 10, 11, PAGES, PAGES + 1]) promise('swept', digestOf(pageOf(at)), [digestOf(pageOf(at))]);
  await vault.sweep();
  return { trace, promises };
}
