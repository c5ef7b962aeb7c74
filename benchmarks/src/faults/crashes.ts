import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crashPoints } from '@minglu/node';
import type { Row } from '../report/row.ts';
import { type Campaign, count, IN_ALL, withGround, zero } from './campaign.ts';
import { addDamage, type Damage, damageRows, noDamage } from './damage.ts';
import { judgeVictim } from './judge-victim.ts';
import { type Promised, Victim } from './victim.ts';

const SUBMISSIONS = 60;
const TEMPLATE = 20;
const FLUSH_EVERY = 10;
/** Blocks come often, a flush once in so many transactions. */
const OCCURRENCES = [1, 2, 4, 7] as const;
const FLUSHES = [1, 2] as const;
const FLUSH_POINTS: readonly number[] = [9, 10, 11];
/** Reached in an empty directory only. */
const FOUNDING_POINT = 12;

interface Site {
  readonly point: number;
  readonly occurrence: number;
  /** In a ledger that was founded and filled before, or in an empty directory. */
  readonly isFilled: boolean;
}

interface Stage {
  readonly directory: string;
  readonly path: string;
  readonly template: string;
  readonly filled: readonly Promised[];
}

/**
 * Every numbered point of the commit path × SIGKILL at several of its occurrences: the node dies there, dies there once
 * more while it recovers, is opened again and asked for its promises.
 */
export const crashes: Campaign = ({ slice, slices, share }) =>
  withGround(SUBMISSIONS, async ({ directory, path }) => {
    const template = join(directory, 'template');
    const first = new Victim({ directory: template, path, first: 0, count: TEMPLATE, inFlight: 4, close: true });
    const stage: Stage = { directory, path, template, filled: (await first.ended).promised };
    const sites = allSites().filter((_, at) => at % slices === slice);
    const step = Math.max(1, Math.round(1 / share));
    const tally = { damage: noDamage(), promises: 0, died: 0, diedAgain: 0 };
    const alive: string[] = [];
    const unopened: string[] = [];
    for (const [at, site] of sites.entries()) {
      if (at % step !== 0) continue;
      const end = await crashOnce(stage, site);
      if (!end.died) alive.push(`${site.point} occurrence ${site.occurrence}`);
      tally.died += end.died ? 1 : 0;
      tally.diedAgain += end.diedAgain ? 1 : 0;
      tally.promises += end.promises;
      addDamage(tally.damage, end.damage ?? noDamage());
      if (end.damage === undefined) unopened.push(`point ${site.point} occurrence ${site.occurrence}: ${end.why}`);
    }
    return rows({ ...tally, alive, unopened });
  });

function allSites(): Site[] {
  return crashPoints.flatMap(({ point }) => [
    { point, occurrence: 1, isFilled: false },
    ...occurrencesOf(point).map((occurrence) => ({ point, occurrence, isFilled: true })),
  ]);
}

function occurrencesOf(point: number): readonly number[] {
  if (point === FOUNDING_POINT) return [];
  return FLUSH_POINTS.includes(point) ? FLUSHES : OCCURRENCES;
}

async function crashOnce({ directory, path, template, filled }: Stage, { point, occurrence, isFilled }: Site) {
  const home = join(directory, `point-${point}-${occurrence}-${isFilled}`);
  if (isFilled) cpSync(template, home, { recursive: true });
  else mkdirSync(home);
  const rest = { first: TEMPLATE, count: SUBMISSIONS - TEMPLATE, inFlight: 4, flushTransactions: FLUSH_EVERY };
  const order = { directory: home, path, ...rest, close: true };
  const end = await new Victim({ ...order, crashAt: { point, occurrence } }).ended;
  const again = await new Victim({ ...order, count: 0, crashAt: { point, occurrence: 1 } }).ended;
  const promised = [...(isFilled ? filled : []), ...end.promised];
  const verdict = await judgeVictim(home, promised, path);
  return {
    ...verdict,
    promises: promised.length,
    died: end.signal === 'SIGKILL' && !end.hung,
    diedAgain: again.signal === 'SIGKILL' && !again.hung,
  };
}

interface Tally {
  readonly damage: Damage;
  readonly promises: number;
  readonly died: number;
  readonly diedAgain: number;
  readonly alive: readonly string[];
  readonly unopened: readonly string[];
}

function rows({ damage, promises, died, diedAgain, alive, unopened }: Tally): Row[] {
  return [
    count('crash points', crashPoints.length, IN_ALL),
    count('crash points: processes that died there', died),
    count('crash points: died there again while recovering', diedAgain),
    count('crash points: receipts answered before the crash', promises),
    zero('crash points: processes that outlived theirs', alive.length, alive.join(', ')),
    zero('crash points: ledgers that did not open again', unopened.length, unopened.slice(0, 5).join('; ')),
    ...damageRows('crash points', damage),
  ];
}
