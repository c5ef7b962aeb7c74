import { accessRule } from '../../access/access-rule.ts';
import { calendarSubject } from '../../calendar/calendar-of.ts';
import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { type CalendarProposal, calendarProposal, findStrayDay } from './calendar-shapes.ts';

/**
 * An editor enters what an official notice says about a year in a division. Nothing counts by it until a second person
 * has compared it with the notice. A new proposal takes the place of an older one.
 */
export const proposeCalendar = defineDeed({
  name: 'calendars.propose',
  since: 2,
  body: calendarProposal,
  sidecar: 'none',
  rules: [accessRule('calendars.propose', () => ({})), daysAreOfTheYear],
  effect: ({ region, year, off, worked, source }, { transaction }, draft) => {
    const { id: proposal, kid: proposedBy } = transaction;
    draft.write('calendar-proposal', calendarSubject(region, year), { proposal, proposedBy, off, worked, source });
    return { events: [event('calendar.proposed', { region, year, proposal, by: proposedBy })] };
  },
});

function daysAreOfTheYear(proposal: CalendarProposal): Refusal | undefined {
  const date = findStrayDay(proposal);
  return date === undefined ? undefined : refuse('calendar-day-unfit', { date });
}
