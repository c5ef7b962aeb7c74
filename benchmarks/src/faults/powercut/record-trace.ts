import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CrashPointNumber, type NodeLimits, openNode } from '@minglu/node';
import { base64Encode, parseCheckpoint, parseTlogProof, type Signer, utf8Decode } from '@minglu/protocol';
import type { Submission } from '../../load/submission.ts';
import { loadDirectories, loadDisk } from '../disk/load-disk.ts';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { ledgerOf, victimOptions } from '../open-victim.ts';
import { type DiskTrace, recorderOf } from './disk-trace.ts';

export interface TraceOrder {
  /** A victim's home, empty or with a ledger in it; its state folder is used, the rest only read. */
  readonly home: string;
  /** Submitted one by one first, then the others together. */
  readonly submissions: readonly Submission[];
  readonly oneByOne: number;
  readonly limits: Partial<NodeLimits>;
}

/** Everything the node puts outside the port, and the recorder keeps whole. */
export const STATE_FOLDER = 'state';

/** Opens the ledger on a disk in memory, submits, flushes, closes, and answers what the disk was asked meanwhile. */
export async function recordTrace(order: TraceOrder): Promise<DiskTrace> {
  const { home, submissions, oneByOne, limits } = order;
  const options = await victimOptions(home);
  const root = ledgerOf(home);
  const directories = loadDirectories(root);
  const trace: DiskTrace = { root, directories, files: loadDisk(root, [STATE_FOLDER, 'lock']), events: [] };
  const disk = new MemoryDisk(trace.files, recorderOf(trace.events));
  for (const directory of [root, ...directories]) disk.directories.add(directory);
  keepState(trace, home);
  const node = await openNode({
    ...options,
    fileSystem: disk,
    signer: listeningSigner(options.signer, trace),
    limits,
    crash: (point) => notePoint(trace, home, point),
  });
  const submitOne = async ({ id, jws, sidecar }: Submission): Promise<void> => {
    const { index, receipt } = await node.submit(jws, sidecar);
    const { size, root: hash } = parseCheckpoint(parseTlogProof(receipt).checkpoint);
    const promised = { id, index, atMs: 0, size, root: base64Encode(hash) };
    trace.events.push({ kind: 'receipt', promised });
  };
  for (const one of submissions.slice(0, oneByOne)) await submitOne(one);
  await Promise.all(submissions.slice(oneByOne).map(submitOne));
  await node.close();
  return trace;
}

function notePoint(trace: DiskTrace, home: string, point: CrashPointNumber): void {
  trace.events.push({ kind: 'point', point });
  if (point === 10) keepState(trace, home);
}

/** The state is on disk as a whole now: the next cuts find it so, or gone. */
function keepState(trace: DiskTrace, home: string): void {
  const state = join(ledgerOf(home), STATE_FOLDER);
  if (!existsSync(state)) return;
  const copy = `state-${trace.events.length}`;
  cpSync(state, join(home, copy), { recursive: true });
  trace.events.push({ kind: 'stateKept', copy });
}

function listeningSigner(signer: Signer, trace: DiskTrace): Signer {
  return {
    publicKey: signer.publicKey,
    sign: async (message) => {
      const [, size, root = ''] = utf8Decode(message).split('\n');
      const signature = await signer.sign(message);
      trace.events.push({ kind: 'signed', head: { size: Number(size), root } });
      return signature;
    },
  };
}
