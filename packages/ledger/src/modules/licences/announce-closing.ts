import { addCalendarDays } from '../../calendar/add-days.ts';
import { calendarOf } from '../../calendar/calendar-of.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import {
  holderActsOnLicence,
  licenceExists,
  licenceHasProcedure,
  licenceIsInForce,
  licenceIsLiving,
} from './licence-rules.ts';
import { nothingIsOpen } from './matter-rules.ts';

const body = { number: licenceNumber };
type Body = BodyOf<typeof body>;

/**
 * 简易注销 (市场主体登记管理条例 33): the holder applies; the departments are told, and have `closingDays` calendar days to
 * object (for an individual business ten, and nothing is published). Unopposed, the licence is closed when they are over.
 */
export const announceClosing = defineDeed({
  name: 'licences.announce-closing',
  since: 2,
  body,
  sidecar: 'optional',
  rules: [
    licenceExists,
    holderActsOnLicence('licences.announce-closing'),
    licenceHasProcedure,
    licenceIsLiving,
    licenceIsInForce,
    noClosingRuns,
    isNotBarred,
    nothingIsOpen,
  ],
  effect: announce,
});

function noClosingRuns({ number }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('licence', number)?.closing === undefined ? undefined : refuse('closing-exists', { number });
}

/** 被列入经营异常名录的，不适用简易注销程序 (条例 33): an officer listed it; the ordinary procedure is open. */
function isNotBarred({ number }: Body, { records }: DeedContext): Refusal | undefined {
  const isListed = records.find('licence', number)?.marks?.some(({ mark }) => mark === 'abnormal') ?? false;
  return isListed ? refuse('closing-barred', { number }) : undefined;
}

function announce({ number }: Body, { timeMs }: DeedContext, draft: Draft): Effect {
  const licence = draft.get('licence', number);
  const days = draft.get('service', licence.service).procedure?.closingDays ?? 0;
  const { dueMs, isProvisional } = addCalendarDays(calendarOf(draft, licence.region), timeMs, days);
  const due = isProvisional ? { dueAt: dueMs, isProvisional } : { dueAt: dueMs };
  draft.write('licence', number, { ...licence, closing: { at: timeMs, ...due } });
  return { events: [event('licence.closing-announced', { number, organ: licence.organ, ...due })] };
}
