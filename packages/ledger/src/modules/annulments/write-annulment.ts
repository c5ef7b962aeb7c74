import type { AnnulmentRecord, AnnulmentStatus } from '../../state/annulment-record.ts';
import type { Draft } from '../../state/draft.ts';
import { watchUntil } from '../cases/watch.ts';

/** Under these the shop is being looked into (实施细则 48: 正在被立案调查). */
const RUNNING: readonly AnnulmentStatus[] = ['investigated', 'stayed'];
/** Under these a clock runs; one that is stayed stands still, and is counted again when it goes on. */
const CLOCKED: readonly AnnulmentStatus[] = ['asked', 'investigated'];

/** Of the protocol: before it nobody watched an investigation's clock, or counted investigations on a licence. */
const SINCE = 4;

/**
 * Writes an investigation, and with it the watch of the years that its clocks run through, so that a notice about days off
 * finds it; and on the licence, how many investigations about it are not over.
 */
export function writeAnnulment(draft: Draft, id: string, record: AnnulmentRecord): void {
  if (draft.get('protocol', '').version < SINCE) {
    draft.write('annulment', id, record);
    return;
  }
  countOnLicence(draft, draft.find('annulment', id), record);
  const { watch = [], ...rest } = record;
  const { status, askedAt, dueAt, announced } = record;
  const spans = CLOCKED.includes(status) ? [{ fromMs: askedAt, toMs: Math.max(dueAt, announced?.until ?? 0) }] : [];
  const pages = watchUntil(draft, { id: watchedAs(id), pages: watch }, spans);
  draft.write('annulment', id, pages.length === 0 ? rest : { ...rest, watch: pages });
}

const PREFIX = 'annulment/';

/** Its name on a page of the watch, which no case's id can be. */
function watchedAs(id: string): string {
  return `${PREFIX}${id}`;
}

/** The id of the annulment that stands on a page of the watch under this name, if it is one. */
export function findWatchedAnnulment(name: string): string | undefined {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : undefined;
}

function countOnLicence(draft: Draft, before: AnnulmentRecord | undefined, after: AnnulmentRecord): void {
  const was = before !== undefined && RUNNING.includes(before.status);
  const is = RUNNING.includes(after.status);
  if (was === is) return;
  const { investigations = 0, ...licence } = draft.get('licence', after.licence);
  // One that began under an older protocol was not counted.
  const count = Math.max(0, investigations + (is ? 1 : -1));
  draft.write('licence', after.licence, count === 0 ? licence : { ...licence, investigations: count });
}
