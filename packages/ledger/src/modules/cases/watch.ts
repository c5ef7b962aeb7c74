import { CHINA_OFFSET_MS, civilDateOf, dayAt } from '../../calendar/civil-date.ts';
import type { Draft } from '../../state/draft.ts';

/** Cases on a page; a page is read and written whole. */
const PAGE_SIZE = 50;

export interface Watched {
  /** As it stands on the pages. */
  readonly id: string;
  /** Pages that name it now. */
  readonly pages: readonly string[];
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Sees to it that exactly the years of these spans have a page that names it; gives those pages. */
export function watchUntil(draft: Draft, { id, pages }: Watched, spans: readonly Span[]): readonly string[] {
  const years = new Set<number>();
  for (const { fromMs, toMs } of spans) {
    for (let year = civilYear(fromMs); year <= civilYear(toMs); year += 1) years.add(year);
  }
  const kept = pages.filter((subject) => years.has(yearOf(subject)));
  for (const subject of pages) if (!kept.includes(subject)) unwatchCase(draft, id, subject);
  const known = new Set(kept.map(yearOf));
  const added = [...years].filter((year) => !known.has(year)).map((year) => watchCase(draft, id, year));
  return [...kept, ...added].sort();
}

function yearOf(subject: string): number {
  return Number(subject.slice(0, subject.indexOf('/')));
}

function civilYear(timeMs: number): number {
  return civilDateOf(dayAt(timeMs, CHINA_OFFSET_MS)).year;
}

/** Puts a case on the last page of a year; gives the page's subject. */
function watchCase(draft: Draft, id: string, year: number): string {
  const counter = watchCounter(year);
  const next = draft.find('counter', counter)?.next ?? 0;
  const subject = watchSubject(year, Math.floor(next / PAGE_SIZE));
  draft.write('counter', counter, { next: next + 1 });
  draft.write('watch', subject, { cases: [...(draft.find('watch', subject)?.cases ?? []), id] });
  return subject;
}

function unwatchCase(draft: Draft, id: string, subject: string): void {
  const cases = (draft.find('watch', subject)?.cases ?? []).filter((other) => other !== id);
  if (cases.length === 0) draft.remove('watch', subject);
  else draft.write('watch', subject, { cases });
}

/** How many pages there have ever been; any of them may be gone. */
export function watchPages(draft: Draft, year: number): number {
  return Math.ceil((draft.find('counter', watchCounter(year))?.next ?? 0) / PAGE_SIZE);
}

export function watchSubject(year: number, page: number): string {
  return `${year}/${page}`;
}

function watchCounter(year: number): string {
  return `watch-${year}`;
}
