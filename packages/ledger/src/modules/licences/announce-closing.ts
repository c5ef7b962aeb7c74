import { addCalendarDays } from '../../calendar/add-days.ts';
import { calendarOf } from '../../calendar/calendar-of.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import {
  holderActsOnLicence,
  licenceExists,
  licenceHasProcedure,
  licenceIsInForce,
  licenceIsLiving,
} from './licence-rules.ts';
import { nothingIsOpen } from './matter-rules.ts';

const firstBody = { number: licenceNumber };
/** 书面承诺 (条例 33, 实施细则 47), signed with the deed: nothing was ever owed to anybody, or all of it has been settled. */
const debts = oneOf('none', 'settled');
const body = { ...firstBody, debts };
type Body = BodyOf<typeof firstBody> & { readonly debts?: string };

const spec: Omit<DeedSpec<typeof firstBody>, 'body' | 'since'> = {
  name: 'licences.announce-closing',
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
};

/**
 * 简易注销 (市场主体登记管理条例 33): the holder applies; the departments are told, and have `closingDays` calendar days to
 * object (for an individual business ten, and nothing is published). Unopposed, the licence is closed when they are over.
 * Since protocol 4 the application has the promise that the statute asks for.
 */
export const announceClosing: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 2, body: firstBody }),
  defineDeed<typeof body>({ ...spec, since: 4, body }),
];

function noClosingRuns({ number }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('licence', number)?.closing === undefined ? undefined : refuse('closing-exists', { number });
}

/**
 * 被列入经营异常名录的，不适用简易注销程序 (条例 33); nor 正在被立案调查 (实施细则 48), as under an investigation of its registration.
 * The ordinary procedure is open.
 */
function isNotBarred({ number }: Body, { records }: DeedContext): Refusal | undefined {
  const licence = records.find('licence', number);
  const isListed = licence?.marks?.some(({ mark }) => mark === 'abnormal') ?? false;
  return isListed || licence?.investigations !== undefined ? refuse('closing-barred', { number }) : undefined;
}

function announce({ number, debts: promised }: Body, { timeMs }: DeedContext, draft: Draft): Effect {
  const licence = draft.get('licence', number);
  const days = draft.get('service', licence.service).procedure?.closingDays ?? 0;
  const { dueMs, isProvisional } = addCalendarDays(calendarOf(draft, licence.region), timeMs, days);
  const due = isProvisional ? { dueAt: dueMs, isProvisional } : { dueAt: dueMs };
  draft.write('licence', number, { ...licence, closing: { at: timeMs, ...due } });
  return {
    events: [
      event('licence.closing-announced', {
        number,
        organ: licence.organ,
        ...due,
        ...(promised === undefined ? {} : { debts: promised }),
      }),
    ],
  };
}
