import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure, type Row } from '../report/row.ts';
import { type Campaign, count, IN_ALL, randomOf, withGround, zero } from './campaign.ts';
import { compileCache } from './compile-cache.ts';
import { addDamage, damageRows, isDamaged, noDamage } from './damage.ts';
import type { DiskTrace } from './powercut/disk-trace.ts';
import { groupCuts } from './powercut/group-cuts.ts';
import { listCuts } from './powercut/list-cuts.ts';
import { type Cut, openCut } from './powercut/open-cut.ts';
import { sharedTraces } from './powercut/shared-traces.ts';

/** Seeded fates a cut has besides the four plain ones. */
const SHUFFLES = 3;

/**
 * Recorded traces of a founding, of commits with their flush over a full bundle, and of a trim, cut behind every event of
 * the disk; what was not synced is dropped, kept, torn and reordered. The real node opens what is left; cuts that leave the
 * same disk, byte for byte, are opened once, and held to all that was promised before any of them.
 */
export const powercut: Campaign = ({ seed, slice, slices, share }) =>
  withGround(1, async ({ directory }) => {
    Object.assign(process.env, compileCache(tmpdir()));
    const random = randomOf(seed);
    const tally = { opened: 0, cuts: 0, all: 0, disks: 0, promises: 0, damage: noDamage() };
    const [unopened, remarks, traced]: [string[], string[], string[]] = [[], [], []];
    const step = Math.max(1, Math.round(1 / share));
    const { traces, folder, path } = await sharedTraces(directory, { seed, slices });
    for (const [name, trace] of traces) {
      traced.push(`${name} ${trace.events.length}`);
      const groups = groupCuts(trace, listCuts(trace, random, SHUFFLES));
      const ground = { recorded: join(folder, name), home: join(directory, 'home'), path };
      for (const [at, { cut, cuts }] of groups.entries()) {
        tally.all += cuts;
        tally.disks += 1;
        if (at % slices !== slice || Math.floor(at / slices) % step !== 0) continue;
        const { damage, why, promises } = await openCut(trace, cut, ground);
        tally.opened += 1;
        tally.cuts += cuts;
        tally.promises += promises;
        addDamage(tally.damage, damage ?? noDamage());
        if (damage === undefined) unopened.push(describe(name, trace, cut, why));
        else if (isDamaged(damage)) remarks.push(describe(name, trace, cut, why));
      }
    }
    return rows(tally, unopened, remarks, traced);
  });

function describe(name: string, { events }: DiskTrace, { at, fate, state }: Cut, why: string): string {
  const last = events[at - 1];
  const what = last === undefined ? 'nothing' : `${last.kind} ${'path' in last ? last.path.split('/').at(-1) : ''}`;
  return `${name} behind ${at} (${what}), ${fate.name}, state ${state === undefined ? 'lost' : 'kept'}: ${why}`;
}

interface Tally {
  readonly opened: number;
  readonly cuts: number;
  readonly all: number;
  readonly disks: number;
  readonly promises: number;
  readonly damage: ReturnType<typeof noDamage>;
}

function rows(tally: Tally, unopened: string[], remarks: string[], traced: string[]): Row[] {
  return [
    figure('power cuts: events in the traces', traced.join(', '), IN_ALL),
    count('power cuts: prefixes × fates × states', tally.all, IN_ALL),
    count('power cuts: different disks they leave', tally.disks, IN_ALL),
    count('power cuts: disks opened', tally.opened),
    count('power cuts: cuts that left these disks', tally.cuts),
    count('power cuts: promises held against what was left', tally.promises),
    zero('power cuts: ledgers that did not open again', unopened.length, unopened.slice(0, 5).join('; ')),
    ...damageRows('power cuts', tally.damage).map((row) =>
      row.holds ? row : { ...row, note: remarks.slice(0, 5).join('; ') },
    ),
  ];
}
