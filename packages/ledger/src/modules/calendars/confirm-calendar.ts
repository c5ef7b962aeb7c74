import { accessRule } from '../../access/access-rule.ts';
import { isOneHand } from '../../access/hand-of.ts';
import { calendarSubject } from '../../calendar/calendar-of.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { calendarRegion, calendarYear, yearsOf } from './calendar-shapes.ts';

/** Names the proposal itself: what was read is what comes into force, whatever was proposed in between. */
const body = { region: calendarRegion, year: calendarYear, proposal: transactionId };
type Body = BodyOf<typeof body>;

/** A second editor confirms, and the year counts by it from here on; every clock that runs through it is counted again. */
export const confirmCalendar = defineDeed({
  name: 'calendars.confirm',
  since: 2,
  body,
  sidecar: 'none',
  rules: [accessRule('calendars.confirm', () => ({})), proposalStands, proposerIsAnother],
  effect: confirm,
});

function proposalStands({ region, year, proposal }: Body, { records }: DeedContext): Refusal | undefined {
  const standing = records.find('calendar-proposal', calendarSubject(region, year));
  return standing?.proposal === proposal ? undefined : refuse('proposal-unknown', { region, year });
}

/** Four eyes: one person with one key moves nobody's clock. */
function proposerIsAnother({ region, year }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  const by = records.find('calendar-proposal', calendarSubject(region, year))?.proposedBy;
  return isOneHand(records, by, transaction.kid) ? refuse('own-proposal') : undefined;
}

function confirm({ region, year }: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const subject = calendarSubject(region, year);
  const { proposal: _proposal, ...proposed } = draft.get('calendar-proposal', subject);
  const before = draft.find('calendar', subject);
  const asked = before?.nextAsked === undefined ? {} : { nextAsked: before.nextAsked };
  const years = new Set(
    [before, proposed].flatMap((notice) => (notice === undefined ? [] : yearsOf({ year, ...notice }))),
  );
  draft.write('calendar', subject, { ...proposed, confirmedBy: transaction.kid, since: timeMs, ...asked });
  draft.remove('calendar-proposal', subject);
  for (const changed of years) {
    draft.write('recount', calendarSubject(region, changed), { at: timeMs, page: 0, changed: 0 });
  }
  const { notice, date } = proposed.source;
  return { events: [event('calendar.confirmed', { region, year, notice, date, by: transaction.kid })] };
}
