import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure, type Row } from '../report/row.ts';
import { type Campaign, count, IN_ALL, randomOf, withGround, zero } from './campaign.ts';
import { addDamage, damageRows, isDamaged, noDamage } from './damage.ts';
import type { DiskTrace } from './powercut/disk-trace.ts';
import { listCuts } from './powercut/list-cuts.ts';
import { type Cut, openCut } from './powercut/open-cut.ts';
import { recordScenarios, SCENARIO_SUBMISSIONS } from './powercut/scenarios.ts';

/** Seeded fates a cut has besides the four plain ones. */
const SHUFFLES = 3;

/**
 * Recorded traces of a founding, of commits with their flush over a full bundle, and of a trim, cut behind every event of
 * the disk; what was not synced is dropped, kept, torn and reordered. The real node opens what is left.
 */
export const powercut: Campaign = ({ seed, slice, slices, share }) =>
  withGround(SCENARIO_SUBMISSIONS, async ({ directory, path }) => {
    const random = randomOf(seed);
    const tally = { tried: 0, all: 0, promises: 0, damage: noDamage() };
    const [unopened, remarks, traced]: string[][] = [[], [], []];
    for (const [name, trace] of await recordScenarios(directory, path)) {
      traced?.push(`${name} ${trace.events.length}`);
      const all = listCuts(trace, random, SHUFFLES);
      const step = Math.max(1, Math.round(1 / share));
      const cuts = all.filter((_, at) => at % slices === slice && Math.floor(at / slices) % step === 0);
      tally.all += all.length;
      for (const cut of cuts) {
        const home = join(directory, name);
        const { damage, why, promises } = await openCut(trace, cut, home, path);
        tally.tried += 1;
        tally.promises += promises;
        addDamage(tally.damage, damage ?? noDamage());
        if (damage === undefined) unopened?.push(describe(name, trace, cut, why));
        else if (isDamaged(damage)) remarks?.push(describe(name, trace, cut, why));
      }
      rmSync(join(directory, name), { recursive: true, force: true });
    }
    return rows(tally, unopened ?? [], remarks ?? [], traced ?? []);
  });

function describe(name: string, { events }: DiskTrace, { at, fate, state }: Cut, why: string): string {
  const last = events[at - 1];
  const what = last === undefined ? 'nothing' : `${last.kind} ${'path' in last ? last.path.split('/').at(-1) : ''}`;
  return `${name} behind ${at} (${what}), ${fate.name}, state ${state === undefined ? 'lost' : 'kept'}: ${why}`;
}

interface Tally {
  readonly tried: number;
  readonly all: number;
  readonly promises: number;
  readonly damage: ReturnType<typeof noDamage>;
}

function rows(tally: Tally, unopened: string[], remarks: string[], traced: string[]): Row[] {
  return [
    figure('power cuts: events in the traces', traced.join(', '), ''),
    count('power cuts: prefixes × fates × states', tally.all, IN_ALL),
    count('power cuts opened', tally.tried),
    count('power cuts: promises held against what was left', tally.promises),
    zero('power cuts: ledgers that did not open again', unopened.length, unopened.slice(0, 5).join('; ')),
    ...damageRows('power cuts', tally.damage).map((row) =>
      row.holds ? row : { ...row, note: remarks.slice(0, 5).join('; ') },
    ),
  ];
}
