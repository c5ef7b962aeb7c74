import { addWorkingDays, calendarIn } from '@minglu/ledger';
import type { LedgerNode } from '../api-node.ts';

/** `red`: the date is past, or this is the last working day; `yellow`: the working day before that one; `none`: no date. */
export type Lamp = 'red' | 'yellow' | 'green' | 'none';

/** Dates up to `redUntil` are red in a region, those after it and up to `yellowUntil` yellow. Milliseconds. */
export interface LampMarks {
  readonly region: string;
  readonly redUntil: number;
  readonly yellowUntil: number;
}

const DAY_MS = 86_400_000;

/** Counted in working days of the region's own calendar, over the state as it stands: a Friday's case is red on Friday. */
export const lampMarks = (node: LedgerNode, region: string, nowMs: number): LampMarks => {
  const calendar = calendarIn({ get: (key) => node.read(key).value }, region);
  // Today where it is worked; on a day off the next working day, for nobody can act before it.
  const { dueMs: redUntil } = addWorkingDays(calendar, nowMs - DAY_MS, 1);
  const { dueMs: yellowUntil } = addWorkingDays(calendar, redUntil, 1);
  return { region, redUntil, yellowUntil };
};
