import { parseTransaction } from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';
import type { FollowedBlock } from '../api-node.ts';
import { lettersOf } from './record-deed.ts';

/** Lines of deeds that are looked through; those of one second are fewer. */
const MOST_LINES = 1_000;
/** Blocks before the newest deed that has a line: lines of one moment may stand in another order than their blocks. */
const BLOCKS_BEFORE = 16;

/**
 * Nobody waits for the line of a deed that the ledger did, so whoever dies in between leaves the ledger a moment ahead of
 * the trail. At the next start the lines are written, from the ledger: without correlation, at their block's time.
 */
export const catchUp = async (context: ApiContext): Promise<void> => {
  const { audit, node } = context;
  if (audit.trouble !== undefined) return;
  const { lines } = await audit.read({ kind: 'deed', before: Number.POSITIVE_INFINITY, limit: MOST_LINES });
  const known = new Set(lines.map(({ object }) => object?.slice('transaction/'.length) ?? ''));
  const [last] = known;
  const newest = last === undefined ? undefined : await node.find(last);
  const { height } = node.status();
  if (newest === undefined || height <= newest.height) return;
  // Block 0 came through no door.
  const missing = await missingIn(context, { from: Math.max(1, newest.height - BLOCKS_BEFORE), until: height, known });
  await Promise.all(missing.map((one) => audit.append(one)));
  if (missing.length > 0) context.log.warn({ event: 'audit-caught-up', lines: missing.length });
};

interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly known: ReadonlySet<string>;
}

const missingIn = (context: ApiContext, { from, until, known }: Stretch): Promise<Line[]> =>
  new Promise((resolve) => {
    const missing: Line[] = [];
    const leave = context.node.follow(from, (block) => {
      missing.push(...linesOf(context, block, known));
      if (block.height < until) return;
      leave();
      resolve(missing);
    });
  });

type Line = Parameters<ApiContext['audit']['append']>[0];

const linesOf = (context: ApiContext, { transactions, time }: FollowedBlock, known: ReadonlySet<string>): Line[] =>
  transactions.flatMap(({ jws, outcome }) => {
    const { id } = parseTransaction(jws);
    const { deed, actor, about } = lettersOf(context, jws, id);
    if (known.has(id) || deed === 'audit.anchor' || 'refused' in outcome) return [];
    return [{ at: time, kind: 'deed' as const, actor, action: deed, ...about, result: 'allowed' }];
  });
