import type { LedgerEvent } from '@minglu/protocol';
import { isWithin } from '../../calendar/calendar-of.ts';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import { recountAnnulment } from '../annulments/recount-annulment.ts';
import { findWatchedAnnulment } from '../annulments/write-annulment.ts';
import { caseRegion } from '../cases/case-clock.ts';
import { recountCase } from '../cases/recount-case.ts';
import { watchPages, watchSubject } from '../cases/watch.ts';

/** Bounds of one block's share: pages looked at, most of which may be gone, and cases counted again. */
const MAX_PAGES = 256;
const MAX_CASES = 200;

/** One block's share of counting a year's clocks again; the record says where to go on, and stays due until the end. */
export function recount(draft: Draft, subject: string, timeMs: number): LedgerEvent[] {
  const [region = '', yearText = ''] = subject.split('/');
  const year = Number(yearText);
  const record = draft.get('recount', subject);
  const pages = watchPages(draft, year);
  const last = Math.min(pages, record.page + MAX_PAGES);
  const events: LedgerEvent[] = [];
  let { page } = record;
  for (let seen = 0; page < last && seen < MAX_CASES; page += 1) {
    const { cases } = draft.find('watch', watchSubject(year, page)) ?? { cases: [] };
    seen += cases.length;
    for (const name of cases) events.push(...recountWatched(draft, name, { region, timeMs }));
  }
  const changed = record.changed + events.length;
  if (page < pages) {
    draft.write('recount', subject, { ...record, page, changed });
    return events;
  }
  draft.remove('recount', subject);
  return [...events, event('calendar.recounted', { region, year, changed })];
}

interface Recount {
  readonly region: string;
  readonly timeMs: number;
}

function recountWatched(draft: Draft, name: string, { region, timeMs }: Recount): LedgerEvent[] {
  const annulment = findWatchedAnnulment(name);
  if (annulment !== undefined) {
    const licence = draft.find('licence', draft.find('annulment', annulment)?.licence ?? '');
    return isWithin(licence?.region ?? '', region) ? recountAnnulment(draft, annulment, timeMs) : [];
  }
  const record = draft.find('case', name);
  const isConcerned = record !== undefined && isWithin(caseRegion(draft, record), region);
  return isConcerned ? recountCase(draft, name, timeMs) : [];
}
