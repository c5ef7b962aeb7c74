import { readFileSync } from 'node:fs';
import type { LedgerNode } from '@minglu/node';
import { isRefused, parseEntry, parseTlogProof, parseTransaction } from '@minglu/protocol';
import type { Submission } from '../load/submission.ts';
import type { Promised } from './victim.ts';

/** What a campaign counts; any of them above zero fails it. */
export interface Damage {
  /** Receipted and not found, or found elsewhere. */
  lost: number;
  /** An id that stands in the log twice. */
  doubled: number;
  /** Sent again, it got another place than its first receipt. */
  moved: number;
}

export const noDamage = (): Damage => ({ lost: 0, doubled: 0, moved: 0 });

/** Asks a reopened node for everything it ever promised, and reads the whole log for repeats. */
export async function checkPromises(node: LedgerNode, promised: readonly Promised[], path: string): Promise<Damage> {
  const damage = noDamage();
  for (const { id, index } of promised) {
    const found = await node.find(id);
    if (found?.index !== index || isRefused(found.outcome)) damage.lost += 1;
    else if (!(await holds(node, id, index))) damage.lost += 1;
  }
  damage.doubled = await countDoubled(node);
  damage.moved = await countMoved(node, promised.slice(-3), path);
  return damage;
}

/** The receipt the reopened node gives must carry this very transaction. */
async function holds(node: LedgerNode, id: string, index: number): Promise<boolean> {
  const { extra } = parseTlogProof(await node.receipt(index));
  const entry = parseEntry(extra ?? new Uint8Array());
  return entry.type === 'transaction' && parseTransaction(entry.jws).id === id;
}

async function countDoubled(node: LedgerNode): Promise<number> {
  const seen = new Set<string>();
  let doubled = 0;
  const last = node.status().height;
  await new Promise<void>((resolve) => {
    const stop = node.follow(0, async (block) => {
      for (const { id } of block.transactions) {
        if (seen.has(id)) doubled += 1;
        seen.add(id);
      }
      if (block.height === last) {
        resolve();
        setImmediate(() => stop());
      }
    });
  });
  return doubled;
}

async function countMoved(node: LedgerNode, promised: readonly Promised[], path: string): Promise<number> {
  const byId = new Map(
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Submission)
      .map((one) => [one.id, one]),
  );
  let moved = 0;
  for (const { id, index } of promised) {
    const submission = byId.get(id);
    if (submission === undefined) continue;
    const again = await node.submit(submission.jws, submission.sidecar);
    if (again.index !== index) moved += 1;
  }
  return moved;
}
