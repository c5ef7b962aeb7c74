import { cpSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { figure, type Row } from '../report/row.ts';
import { type Campaign, count, IN_ALL, withGround, zero } from './campaign.ts';
import { addDamage, damageRows, isDamaged, noDamage } from './damage.ts';
import { judgeVictim } from './judge-victim.ts';
import { ledgerOf } from './open-victim.ts';
import type { TracedCall } from './strace/file-calls.ts';
import { hasStrace, type Injection, type TracedEnd, traceVictim } from './strace/trace-victim.ts';
import { type Promised, Victim } from './victim.ts';

const INJECTIONS = ['error=EIO', 'error=ENOSPC', 'signal=SIGKILL'] as const;
const SUBMISSIONS = 3;
const TEMPLATE = 5;
const MISSES_ALLOWED = 0.15;
/** After a failed write or sync of these no receipt may be answered. */
const BEFORE_RECEIPT = /^(journal\/|signed-head$)/;

interface Stage {
  readonly template: string;
  readonly home: string;
  readonly path: string;
  readonly filled: readonly Promised[];
}

/** Each file call of a commit and its flush × {EIO, ENOSPC, SIGKILL}, injected by strace, as Tessera tests its own store. */
export const files: Campaign = ({ slice, slices, share }) => {
  if (!hasStrace()) return Promise.resolve([figure('file calls (strace is not on this machine)', 'skipped', '')]);
  return withGround(TEMPLATE + SUBMISSIONS, async ({ directory, path }) => {
    const template = join(directory, 'template');
    const first = new Victim({ directory: template, path, first: 0, count: TEMPLATE, inFlight: 1, close: true });
    const stage = { template, home: join(directory, 'victim'), path, filled: (await first.ended).promised };
    const all = await listInjections(stage);
    const step = Math.max(1, Math.round(1 / share));
    const sites = all.filter((_, at) => at % slices === slice && Math.floor(at / slices) % step === 0);
    const tally = {
      tried: sites.length,
      all: all.length,
      hit: 0,
      promises: 0,
      unopened: 0,
      late: 0,
      damage: noDamage(),
    };
    const [remarks, missed]: [string[], string[]] = [[], []];
    for (const site of sites) {
      const found = await injectOnce(stage, site);
      tally.hit += found.isHit ? 1 : 0;
      const name = `${relative(stage.home, site.path)} ${site.call} ${site.nth} ${site.what}`;
      if (!found.isHit) missed.push(name);
      tally.late += found.late;
      tally.promises += found.promises;
      tally.unopened += found.damage === undefined ? 1 : 0;
      addDamage(tally.damage, found.damage ?? noDamage());
      if (found.damage === undefined || isDamaged(found.damage) || found.late > 0) {
        remarks.push(`${name}: ${found.why}`);
      }
    }
    return rows(tally, remarks, missed);
  });
};

/** Every call on the ledger's own files between the first submission and the end, numbered per path and kind of call. */
async function listInjections(stage: Stage): Promise<Injection[]> {
  const { calls } = await runOnce(stage);
  const counts = new Map<string, { call: string; path: string; count: number }>();
  for (const { call, path, thread } of calls) {
    const key = `${call} ${path} ${thread}`;
    const known = counts.get(key) ?? { call, path, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].flatMap(({ call, path, count }) =>
    Array.from({ length: count }, (_, at) => at + 1).flatMap((nth) =>
      INJECTIONS.map((what) => ({ call, path, nth, what })),
    ),
  );
}

async function runOnce(stage: Stage, injection?: Injection): Promise<TracedEnd> {
  const { template, home, path } = stage;
  rmSync(home, { recursive: true, force: true });
  cpSync(template, home, { recursive: true });
  const order = { directory: home, path, first: TEMPLATE, count: SUBMISSIONS, inFlight: 1 };
  return await traceVictim({ order, folder: ledgerOf(home), ...(injection === undefined ? {} : { injection }) });
}

async function injectOnce(stage: Stage, injection: Injection) {
  const { end, calls, isKilled } = await runOnce(stage, injection);
  const [injected] = calls.filter(({ isInjected }) => isInjected);
  const isHit = injected !== undefined || isKilled;
  const promised = [...stage.filled, ...end.promised];
  const verdict = await judgeVictim(stage.home, promised, stage.path);
  const late = injected === undefined ? 0 : countLate(stage, injected, end.promised);
  const why = late > 0 ? `${late} receipts after it` : (verdict.why ?? JSON.stringify(verdict.damage));
  return { isHit, late, promises: end.promised.length, damage: verdict.damage, why };
}

function countLate({ home }: Stage, { path, atMs, call }: TracedCall, promised: readonly Promised[]): number {
  const isBefore = BEFORE_RECEIPT.test(relative(ledgerOf(home), path));
  if (!isBefore || !/^(p?write|fdatasync|fsync)/.test(call)) return 0;
  return promised.filter((one) => one.atMs > atMs + 1).length;
}

interface Tally {
  readonly tried: number;
  readonly all: number;
  readonly hit: number;
  readonly promises: number;
  readonly unopened: number;
  readonly late: number;
  readonly damage: ReturnType<typeof noDamage>;
}

/** Calls outside the one thread come a little differently in each run: a few numbers are never reached. */
function mostlyHit({ tried, hit }: Tally, missed: readonly string[]): Row {
  const note = missed.slice(0, 10).join('; ');
  const bar = `<= ${MISSES_ALLOWED * 100} % of those tried`;
  const value = tried - hit;
  return {
    name: 'file calls: injections that missed',
    value,
    unit: '',
    bar,
    holds: value <= tried * MISSES_ALLOWED,
    note,
  };
}

function rows(tally: Tally, remarks: readonly string[], missed: readonly string[]): Row[] {
  const note = remarks.slice(0, 10).join('; ');
  return [
    count('file calls of the commits and their flush × injections', tally.all, IN_ALL),
    count('file calls: injections tried', tally.tried),
    count('file calls: injections that really happened', tally.hit),
    count('file calls: receipts answered', tally.promises),
    mostlyHit(tally, missed),
    zero('file calls: ledgers that did not open again', tally.unopened, note),
    zero('file calls: receipts answered after a failed write or sync under them', tally.late, note),
    ...damageRows('file calls', tally.damage),
  ];
}
