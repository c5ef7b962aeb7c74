import { CHINA_OFFSET_MS, civilDateOf, dayAt } from '../../calendar/civil-date.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseRecord } from '../../state/records.ts';
import { unwatchCase, watchCase } from './watch.ts';

/**
 * Writes a case, and keeps the watch of every year that its open clocks run through: so a notice that changes a year
 * finds exactly the cases it concerns, and a case without open clocks stands nowhere.
 */
export function writeCase(draft: Draft, id: string, record: CaseRecord): void {
  const { watch = [], ...rest } = record;
  const years = watchedYears(rest);
  const kept = watch.filter((subject) => years.includes(yearOf(subject)));
  for (const subject of watch) if (!kept.includes(subject)) unwatchCase(draft, id, subject);
  const known = new Set(kept.map(yearOf));
  const added = years.filter((year) => !known.has(year)).map((year) => watchCase(draft, id, year));
  const pages = [...kept, ...added].sort();
  draft.write('case', id, pages.length === 0 ? rest : { ...rest, watch: pages });
}

function yearOf(subject: string): number {
  return Number(subject.slice(0, subject.indexOf('/')));
}

function watchedYears({ status, submittedAt, dueAt, review }: CaseRecord): readonly number[] {
  const years = new Set<number>();
  if (status === 'pending' && dueAt !== undefined) addYears(years, submittedAt, dueAt);
  if (review !== undefined && review.outcome === undefined) addYears(years, review.at, review.dueAt);
  return [...years];
}

function addYears(years: Set<number>, fromMs: number, toMs: number): void {
  const last = civilYear(toMs);
  for (let year = civilYear(fromMs); year <= last; year += 1) years.add(year);
}

function civilYear(timeMs: number): number {
  return civilDateOf(dayAt(timeMs, CHINA_OFFSET_MS)).year;
}
