import type { Draft } from '../../state/draft.ts';

/** Cases on a page; a page is read and written whole. */
const PAGE_SIZE = 50;

/** Puts a case on the last page of a year; gives the page's subject. */
export function watchCase(draft: Draft, id: string, year: number): string {
  const counter = watchCounter(year);
  const next = draft.find('counter', counter)?.next ?? 0;
  const subject = watchSubject(year, Math.floor(next / PAGE_SIZE));
  draft.write('counter', counter, { next: next + 1 });
  draft.write('watch', subject, { cases: [...(draft.find('watch', subject)?.cases ?? []), id] });
  return subject;
}

export function unwatchCase(draft: Draft, id: string, subject: string): void {
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
