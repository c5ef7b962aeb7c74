import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crashPoints } from '@minglu/node';
import { figure, type Row } from '../report/row.ts';
import { type Campaign, withGround, zero } from './campaign.ts';
import { checkPromises, noDamage } from './check-promises.ts';
import { openVictim } from './open-victim.ts';
import { Victim } from './victim.ts';

const SUBMISSIONS = 40;

/** Every numbered point of the commit path × SIGKILL: the node dies there, is opened again and asked for its promises. */
export const crashes: Campaign = () =>
  withGround(SUBMISSIONS, async ({ directory, path }) => {
    const total = noDamage();
    const notReached: number[] = [];
    let promises = 0;
    for (const { point } of crashPoints) {
      const home = join(directory, `point-${point}`);
      mkdirSync(home);
      const run = { directory: home, path, count: SUBMISSIONS, inFlight: 4, first: 0, close: true };
      const end = await new Victim({ ...run, crashAt: point }).ended;
      if (end.signal !== 'SIGKILL') notReached.push(point);
      const node = await openVictim(home);
      const damage = await checkPromises(node, end.promised, path);
      promises += end.promised.length;
      total.lost += damage.lost;
      total.doubled += damage.doubled;
      total.moved += damage.moved;
      await node.close();
    }
    return rows(total, promises, notReached);
  });

function rows(total: { lost: number; doubled: number; moved: number }, promises: number, notReached: number[]): Row[] {
  return [
    figure('crash points', crashPoints.length, ''),
    figure('receipts answered before the crash', promises, ''),
    zero('crash points that were not reached', notReached.length, notReached.join(', ')),
    zero('crash points: receipts lost', total.lost),
    zero('crash points: transactions doubled', total.doubled),
    zero('crash points: repeats with another receipt', total.moved),
  ];
}
