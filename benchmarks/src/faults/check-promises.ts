import { readFileSync } from 'node:fs';
import { checkSignatureNative, type LedgerNode, nativeHash } from '@minglu/node';
import {
  base64Decode,
  isRefused,
  parseCheckpoint,
  parseTransaction,
  type TrustPolicy,
  verifyConsistency,
  verifyReceipt,
  vkeyOf,
} from '@minglu/protocol';
import type { Submission } from '../load/submission.ts';
import { benchSigner, CHAIN } from '../platform/bench-identity.ts';
import { type Damage, noDamage } from './damage.ts';
import type { Promised } from './victim.ts';

const REPEATS = 3;
const HEADS = 20;
const PATIENCE_MS = 20_000;
export const bareTrust: TrustPolicy = {
  origin: CHAIN,
  logKeys: [vkeyOf(CHAIN, 'log', benchSigner('Ed25519', 'log').publicKey)],
  witnesses: [],
  threshold: 0,
};

export type AskedNode = Pick<
  LedgerNode,
  'find' | 'receipt' | 'follow' | 'status' | 'submit' | 'checkpoint' | 'consistency'
>;

/**
 * Asks a reopened node for everything it ever promised, reads its whole log for repeats, and sends some again. `path` is
 * the file the submissions came from.
 */
export async function checkPromises(node: AskedNode, promised: readonly Promised[], path: string): Promise<Damage> {
  const damage = noDamage();
  for (const { id, index } of promised) {
    const found = await node.find(id).catch(() => undefined);
    if (found?.index !== index || isRefused(found.outcome)) damage.lost += 1;
    else if (!(await holds(node, id, index))) damage.silent += 1;
  }
  damage.silent += await countForked(node, promised);
  damage.doubled = await countDoubled(node);
  damage.moved = await countMoved(node, promised.slice(-REPEATS), path);
  return damage;
}

/** The receipt the reopened node gives must verify and carry this very transaction. */
async function holds(node: AskedNode, id: string, index: number): Promise<boolean> {
  try {
    const options = { trust: bareTrust, checkSignature: checkSignatureNative, hash: nativeHash };
    const verified = await verifyReceipt(await node.receipt(index), options);
    const { entry } = verified;
    return verified.index === index && entry.type === 'transaction' && parseTransaction(entry.jws).id === id;
  } catch {
    return false;
  }
}

/** Checkpoints that were signed and that the log of today is no continuation of. */
export async function countForked(
  node: Pick<AskedNode, 'checkpoint' | 'consistency'>,
  signed: readonly Pick<Promised, 'size' | 'root'>[],
): Promise<number> {
  const heads = [...new Map(signed.map(({ size, root }) => [`${size} ${root}`, { size, root }])).values()];
  const { size: newSize, root: newRoot } = parseCheckpoint(node.checkpoint());
  const spread = Math.max(1, Math.floor(heads.length / HEADS));
  let forked = 0;
  for (const { size, root } of heads.filter((_, at) => at % spread === 0 || at === heads.length - 1)) {
    const path = await node.consistency(size, newSize).catch(() => undefined);
    const claim = { oldSize: size, oldRoot: base64Decode(root), newSize, newRoot, path: path ?? [] };
    if (path === undefined || !verifyConsistency(claim, nativeHash)) forked += 1;
  }
  return forked;
}

/** Reads the whole log as a follower does; a follower that is given no more is damage by itself. */
async function countDoubled(node: AskedNode): Promise<number> {
  const seen = new Set<string>();
  const last = node.status().height;
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(() => done.reject(new Error('the log could not be followed to its end')), PATIENCE_MS);
  let doubled = 0;
  const stop = node.follow(0, async (block) => {
    for (const { id } of block.transactions) {
      if (seen.has(id)) doubled += 1;
      seen.add(id);
    }
    if (block.height === last) done.resolve();
  });
  await done.promise.finally(() => clearTimeout(timer));
  stop();
  return doubled;
}

async function countMoved(node: AskedNode, promised: readonly Promised[], path: string): Promise<number> {
  const wanted = new Map(promised.map((one) => [one.id, one]));
  const submissions = wanted.size === 0 ? [] : readFileSync(path, 'utf8').trim().split('\n');
  let moved = 0;
  for (const line of submissions) {
    const { id, jws, sidecar } = JSON.parse(line) as Submission;
    const first = wanted.get(id);
    if (first === undefined) continue;
    const again = await node.submit(jws, sidecar).catch(() => undefined);
    if (again?.index !== first.index) moved += 1;
  }
  return moved;
}
