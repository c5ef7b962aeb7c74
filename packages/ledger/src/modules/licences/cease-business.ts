import { CHINA_OFFSET_MS, dayAt, endOfDay, findIsoDay, yearsLater } from '../../calendar/civil-date.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber, reasonCode } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import type { LicenceRecord } from '../../state/licence-record.ts';
import { isoDay } from '../calendars/calendar-shapes.ts';
import {
  holderActsOnLicence,
  licenceExists,
  licenceHasProcedure,
  licenceIsInForce,
  licenceIsLiving,
} from './licence-rules.ts';

const MAX_YEARS = 3;
/** 市场主体延长歇业期限，应当于期限届满前30日内按规定办理 (实施细则 41). */
const EXTENSION_WINDOW_DAYS = 30;

const firstBody = {
  number: licenceNumber,
  /** Its ground: 自然灾害、事故灾难、公共卫生事件、社会安全事件等 (条例 30). */
  reason: reasonCode,
  /** The last day, `YYYY-MM-DD`. */
  until: isoDay,
};
const body = {
  ...firstBody,
  /** 以法律文书送达地址代替经营场所 (实施细则 41): the confirmed address goes sealed to the organ. */
  address: optional(oneOf('service-address')),
};
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'licences.cease',
  sidecar: 'optional',
  rules: [
    licenceExists,
    holderActsOnLicence('licences.cease'),
    licenceHasProcedure,
    licenceIsLiving,
    licenceIsInForce,
    endIsAhead,
    oldEndIsNear,
    isNotTooLong,
    addressIsThere,
  ],
  effect: cease,
};

/**
 * 歇业备案 (市场主体登记管理条例 30): the holder's own act, for at most three years in all, by the key of the licence's
 * case. Done again while it lasts, within thirty days of its end, it moves the end.
 */
export const ceaseBusiness: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 2, body: firstBody }),
  defineDeed({ ...spec, since: 3, body }),
];

function addressIsThere({ address }: Body, { sidecar, erased }: DeedContext): Refusal | undefined {
  if (address === undefined || erased !== undefined) return undefined;
  return sidecar?.sealed[address] === undefined ? refuse('service-address-missing') : undefined;
}

function endIsAhead({ number, until }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const known = records.find('licence', number)?.until ?? 0;
  const end = resumesAt(until);
  return end > timeMs && end > known ? undefined : refuse('until-not-ahead');
}

function oldEndIsNear({ number }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const { status, until } = records.find('licence', number) ?? {};
  if (status !== 'ceased' || until === undefined) return undefined;
  const from = dayAt(until, CHINA_OFFSET_MS) - EXTENSION_WINDOW_DAYS;
  return dayAt(timeMs, CHINA_OFFSET_MS) >= from ? undefined : refuse('cessation-not-ending', { number, until });
}

/** 累计歇业满3年，视为自动恢复经营 (实施细则 42): the days that are over count, however often business was resumed. */
function isNotTooLong({ number, until }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const licence = records.find('licence', number);
  const from = dayAt(licence === undefined ? timeMs : ceasesAt(licence, timeMs), CHINA_OFFSET_MS);
  const most = yearsLater(from, MAX_YEARS) - from - (licence?.ceasedDays ?? 0);
  const asked = dayAt(resumesAt(until), CHINA_OFFSET_MS) - from;
  return asked <= most ? undefined : refuse('cessation-too-long', { number, days: asked, most });
}

function cease({ number, reason, until, address }: Body, { timeMs }: DeedContext, draft: Draft): Effect {
  const licence = draft.get('licence', number);
  const since = ceasesAt(licence, timeMs);
  const end = resumesAt(until);
  const instead = address === undefined ? {} : { serviceAddress: true as const };
  const fact = address === undefined ? {} : { address };
  draft.write('licence', number, { ...licence, status: 'ceased', since, until: end, ...instead });
  return { events: [event('licence.ceased', { number, organ: licence.organ, reason, until: end, ...fact })] };
}

function ceasesAt({ status, since }: LicenceRecord, timeMs: number): number {
  return status === 'ceased' ? since : timeMs;
}

/** The first millisecond after the last day. */
function resumesAt(until: string): number {
  return endOfDay(findIsoDay(until) ?? 0, CHINA_OFFSET_MS) + 1;
}
