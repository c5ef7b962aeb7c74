import { queryOptions } from '@tanstack/react-query';
import { listOwnAnnulments } from '../citizen/annulment/own-annulments.ts';
import { listCases } from '../store/case-store.ts';
import type { Inbox } from './read-inbox.ts';

const EVERY_MS = 60_000;
const NOTHING: Inbox = { messages: [], silent: [] };

/** One question for the head of the site and the page: on load, then once a minute while the page is looked at. */
export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: readIfAny,
  staleTime: 5_000,
  refetchInterval: EVERY_MS,
  refetchIntervalInBackground: false,
  retry: false,
});

/** A browser without a case, and that asked for no annulment, asks nobody, and does not even load what would ask. */
async function readIfAny(): Promise<Inbox> {
  const cases = await listCases().catch(() => []);
  if (cases.length === 0 && listOwnAnnulments().length === 0) return NOTHING;
  const { readInbox } = await import('./read-inbox.ts');
  return await readInbox();
}
