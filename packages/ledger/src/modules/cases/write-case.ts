import type { Draft } from '../../state/draft.ts';
import type { CaseRecord } from '../../state/records.ts';
import { type Span, watchUntil } from './watch.ts';

/**
 * Writes a case, and keeps the watch of every year that its open clocks run through: so a notice that changes a year
 * finds exactly the cases it concerns, and a case without open clocks stands nowhere.
 */
export function writeCase(draft: Draft, id: string, record: CaseRecord): void {
  const { watch = [], ...rest } = record;
  const pages = watchUntil(draft, { id, pages: watch }, openSpans(rest));
  draft.write('case', id, pages.length === 0 ? rest : { ...rest, watch: pages });
}

function openSpans({ status, submittedAt, dueAt, review }: CaseRecord): readonly Span[] {
  const spans: Span[] = [];
  if (status === 'pending' && dueAt !== undefined) spans.push({ fromMs: submittedAt, toMs: dueAt });
  if (review !== undefined && review.outcome === undefined) spans.push({ fromMs: review.at, toMs: review.dueAt });
  return spans;
}
