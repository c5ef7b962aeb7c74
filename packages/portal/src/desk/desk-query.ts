import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';
import type { DeskAnswer } from '../server/ledger.ts';
import { type DeskQuestion, type DeskView, PAGE_SIZE } from './desk-question.ts';

/** A page of the desk's cases; closings are another list. */
export function deskQuery(officer: Officer, question: DeskQuestion) {
  return queryOptions({
    queryKey: ['desk', officer.session.token, question],
    // Whoever is refused is not refused every five seconds: each time is kept.
    refetchInterval: ({ state }) => (state.status === 'error' ? false : 5_000),
    enabled: question.view !== 'closings',
    // Another lamp of the same desk: what was pressed keeps its place, and so the focus, until the answer is there.
    placeholderData: (before: DeskAnswer | undefined, asked) =>
      asked !== undefined && isOf(asked.queryKey, question.view) ? before : undefined,
    queryFn: () => fetchDesk(officer, question),
  });
}

function isOf([, , question]: readonly unknown[], view: DeskView): boolean {
  return (question as DeskQuestion | undefined)?.view === view;
}

export function fetchDesk(
  officer: Officer,
  { view, organ, lamp, region, text, offset }: DeskQuestion,
  limit = PAGE_SIZE,
) {
  return officer.client.get('/api/cases', {
    ...{ view: view === 'closings' ? 'open' : view, organ, lamp, region, text, offset, limit },
  });
}

export function closingsQuery(officer: Officer, question: DeskQuestion) {
  return queryOptions({
    queryKey: ['closings', officer.session.token, question.offset],
    refetchInterval: ({ state }) => (state.status === 'error' ? false : 5_000),
    enabled: question.view === 'closings',
    queryFn: () => officer.client.get('/api/closings', { offset: question.offset, limit: PAGE_SIZE }),
  });
}
