import type { LedgerNode } from '@minglu/node';
import { calendar2026 } from '../seed/calendar-2026.ts';
import { Agenda } from './agenda.ts';
import { apply } from './case-work.ts';
import type { Stage } from './shop-life.ts';
import { isWorkingDay, startOfDay, startOfMonth } from './working-time.ts';
import { makeApplication } from './year-application.ts';
import type { YearClock } from './year-clock.ts';
import { YearDesk } from './year-desk.ts';
import { nameOfKey } from './year-keys.ts';
import type { YearRandom } from './year-random.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Months and how many apply in each: few in the month of 春节, many after it. */
export const MONTHS = [
  ['2025-11', 250],
  ['2025-12', 260],
  ['2026-01', 240],
  ['2026-02', 150],
  ['2026-03', 330],
  ['2026-04', 290],
  ['2026-05', 280],
  ['2026-06', 280],
  ['2026-07', 270],
  ['2026-08', 270],
  ['2026-09', 280],
  ['2026-10', 250],
] as const;

export const YEAR_BEGINS = startOfMonth('2025-11');

/** The notice for 2026 was made public on 4 November 2025. */
const NOTICE_AT = YEAR_BEGINS + 3 * DAY_MS + 17 * HOUR_MS;

/** Plays month after month; `ended` is told where the log stands after each. */
export async function playYear(
  { node, clock, random }: { readonly node: LedgerNode; readonly clock: YearClock; readonly random: YearRandom },
  months: number,
  ended: (month: string, checkpoint: string) => void,
): Promise<void> {
  const stage: Stage = { desk: new YearDesk(node, clock, random), agenda: new Agenda(), random };
  await clock.settled();
  stage.agenda.note(NOTICE_AT, () => enterNotice(stage));
  for (const [at, [month, count]] of MONTHS.slice(0, months).entries()) {
    const end = startOfMonth(MONTHS[at + 1]?.[0] ?? '2026-11');
    planMonth(stage, { begin: startOfMonth(month), end, count });
    for (let next = stage.agenda.take(end); next !== undefined; next = stage.agenda.take(end)) {
      await clock.moveTo(next.atMs);
      await next.act(clock.nowMs());
    }
    await clock.moveTo(end);
    ended(month, node.checkpoint());
  }
}

/** Two keys of the platform enter what the State Council has announced. */
async function enterNotice({ desk }: Stage): Promise<void> {
  const proposal = await desk.registered(nameOfKey.editor, 'calendars.propose', calendar2026);
  const named = { region: '000000', year: 2026, proposal };
  await desk.registered(nameOfKey.checker, 'calendars.confirm', named);
}

/** Who applies when: on working days mostly, in the day mostly, but a phone knows no office hours. */
function planMonth(
  stage: Stage,
  { begin, end, count }: { readonly begin: number; readonly end: number; readonly count: number },
): void {
  const { random, agenda } = stage;
  for (let made = 0; made < count; ) {
    const day = startOfDay(begin + random.below((end - begin) / 1000) * 1000);
    if (!isWorkingDay(day) && !random.percent(25)) continue;
    made += 1;
    const hour = random.percent(78) ? random.between(9, 17) : random.between(6, 22);
    const atMs = day + hour * HOUR_MS + random.below(HOUR_MS);
    agenda.note(atMs, (at) => apply(stage, makeApplication(random), at));
  }
}
