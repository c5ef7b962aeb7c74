import type { Row } from '../report/row.ts';
import { type Campaign, count, IN_ALL, randomOf, zero } from './campaign.ts';
import { groupCuts } from './powercut/group-cuts.ts';
import { listCuts } from './powercut/list-cuts.ts';
import { openVaultCut } from './vault-cuts/open-vault-cut.ts';
import { recordVaultTrace } from './vault-cuts/record-vault-trace.ts';

/** Seeded fates a cut has besides the four plain ones. */
const SHUFFLES = 200;

/**
 * The life of a vault, cut behind every event of its disk, with the ledger's own power cuts: what was not synced is
 * dropped, kept, torn and reordered. The real vault opens what is left and is held to all it had answered before.
 */
export const vaultCuts: Campaign = async ({ seed, slice, slices, share }): Promise<Row[]> => {
  const recorded = await recordVaultTrace();
  const groups = groupCuts(recorded.trace, listCuts(recorded.trace, randomOf(seed), SHUFFLES));
  const step = Math.max(1, Math.round(1 / share));
  const tally = { opened: 0, cuts: 0, promises: 0 };
  const broken: string[] = [];
  for (const [at, { cut, cuts }] of groups.entries()) {
    if (at % slices !== slice || Math.floor(at / slices) % step !== 0) continue;
    const end = await openVaultCut(recorded, cut);
    tally.opened += 1;
    tally.cuts += cuts;
    tally.promises += end.promises;
    const last = recorded.trace.events[cut.at - 1];
    if (end.broken.length > 0)
      broken.push(`behind ${cut.at} (${last?.kind}), ${cut.fate.name}: ${end.broken.join(', ')}`);
  }
  return [
    count('vault cuts: events of the disk', recorded.trace.events.length, IN_ALL),
    count('vault cuts: different disks they leave', groups.length, IN_ALL),
    count('vault cuts: disks opened', tally.opened),
    count('vault cuts: cuts that left these disks', tally.cuts),
    count('vault cuts: promises held against what was left', tally.promises),
    zero(
      'vault cuts: disks on which something answered for was lost or torn',
      broken.length,
      broken.slice(0, 5).join('; '),
    ),
  ];
};
