import { CHINA_OFFSET_MS, DAY_MS, dayOf } from '../calendar/civil-date.ts';
import type {
  AccessRequestRecord,
  EmergencyRecord,
  FindingRecord,
  HoldRecord,
  MandateRecord,
  RuleProposalRecord,
} from './access-records.ts';
import type { AnnulmentRecord, BarRecord } from './annulment-record.ts';
import type { DueRow } from './due-row.ts';
import type { LicenceRecord } from './licence-record.ts';
import type { CaseRecord, RecountRecord, RoleRecord } from './records.ts';

/** How long before the end of a year the next one's calendar is asked for. */
const ASK_AHEAD_DAYS = 60;
/** Only the country's notice is awaited every year; its calendars are of these keys. */
const COUNTRY_CALENDAR = 'calendar/000000/';

type DueOf = (key: string, record: never) => DueRow | undefined;

const dueOfKinds: ReadonlyMap<string, DueOf> = new Map<string, DueOf>([
  ['annulment', dueOfAnnulment],
  ['bar', dueOfBar],
  ['case', dueOfCase],
  ['licence', dueOfLicence],
  ['role', dueOfRole],
  ['calendar', dueOfCalendar],
  ['recount', dueOfRecount],
  ['access-request', dueOfRequest],
  ['emergency', dueOfEmergency],
  ['finding', dueOfFinding],
  ['hold', dueOfHold],
  ['mandate', dueOfMandate],
  ['rule-proposal', dueOfProposal],
]);

/**
 * The due row a record stands for, if any. The index is a function of the records, so it needs no place in the tree
 * and can be rebuilt from any copy of state. Where several instants lie ahead of a record, the first has the row.
 * @param value value text, as under `key` in state
 */
export function dueOf(key: string, value: string): DueRow | undefined {
  return mayBeDue(key) ? dueOfRecord(key, JSON.parse(value)) : undefined;
}

export function mayBeDue(key: string): boolean {
  return dueOfKinds.has(kindOf(key));
}

/** The same for a record already parsed; `record` must be what stands under `key`. */
export function dueOfRecord(key: string, record: unknown): DueRow | undefined {
  return dueOfKinds.get(kindOf(key))?.(key, record as never);
}

function kindOf(key: string): string {
  const end = key.indexOf('/');
  return end < 0 ? '' : key.slice(0, end);
}

function dueOfCase(subject: string, record: CaseRecord): DueRow | undefined {
  const { promisedAt, dueAt, review } = record;
  const isPending = record.status === 'pending';
  let first: DueRow | undefined;
  const take = (instantMs: number, kind: DueRow['kind']) => {
    if (first === undefined || instantMs < first.instantMs) first = { instantMs, kind, subject };
  };
  if (isPending && promisedAt !== undefined && !record.overdue) take(promisedAt, 'case-promise-passes');
  if (isPending && dueAt !== undefined && !record.late) take(dueAt + 1, 'case-due-passes');
  const isAsked = review !== undefined && review.outcome === undefined && !review.late;
  if (isAsked) take(review.dueAt + 1, 'case-review-passes');
  return first;
}

function dueOfAnnulment(subject: string, { status, dueAt, late }: AnnulmentRecord): DueRow | undefined {
  if (late || (status !== 'asked' && status !== 'investigated')) return undefined;
  return { instantMs: dueAt + 1, kind: 'annulment-due-passes', subject };
}

function dueOfBar(subject: string, { grounds }: BarRecord): DueRow | undefined {
  const [first, ...others] = grounds.map(({ until }) => until);
  if (first === undefined) return undefined;
  const instantMs = others.reduce((least, until) => Math.min(least, until), first) + 1;
  return { instantMs, kind: 'bar-ends', subject };
}

function dueOfLicence(subject: string, record: LicenceRecord): DueRow | undefined {
  const { status, until, closing } = record;
  const end = until === undefined ? undefined : endOf(status, until, subject);
  if (closing === undefined || closing.ripe) return end;
  const ripens: DueRow = { instantMs: closing.dueAt + 1, kind: 'licence-closing-ripens', subject };
  return end !== undefined && end.instantMs <= ripens.instantMs ? end : ripens;
}

function endOf(status: LicenceRecord['status'], instantMs: number, subject: string): DueRow | undefined {
  if (status === 'suspended') return { instantMs, kind: 'licence-suspension-ends', subject };
  return status === 'ceased' ? { instantMs, kind: 'licence-cessation-ends', subject } : undefined;
}

function dueOfRole(subject: string, record: RoleRecord): DueRow | undefined {
  return record.until === undefined ? undefined : { instantMs: record.until, kind: 'role-expires', subject };
}

function dueOfCalendar(subject: string, record: { readonly nextAsked?: true }): DueRow | undefined {
  if (record.nextAsked || !subject.startsWith(COUNTRY_CALENDAR)) return undefined;
  const year = Number(subject.slice(COUNTRY_CALENDAR.length));
  const day = dayOf({ year: year + 1, month: 1, day: 1 }) - ASK_AHEAD_DAYS;
  return { instantMs: day * DAY_MS - CHINA_OFFSET_MS, kind: 'calendar-next-asked', subject };
}

function dueOfRecount(subject: string, record: RecountRecord): DueRow {
  return { instantMs: record.at, kind: 'calendar-recount', subject };
}

function dueOfRequest(subject: string, { status, until }: AccessRequestRecord): DueRow | undefined {
  return status === 'pending' ? { instantMs: until, kind: 'access-request-lapses', subject } : undefined;
}

function dueOfEmergency(subject: string, { dueAt, late, outcome }: EmergencyRecord): DueRow | undefined {
  if (late || outcome !== undefined) return undefined;
  return { instantMs: dueAt + 1, kind: 'emergency-due-passes', subject };
}

function dueOfMandate(subject: string, { until }: MandateRecord): DueRow {
  return { instantMs: until, kind: 'mandate-expires', subject };
}

function dueOfProposal(subject: string, { until }: RuleProposalRecord): DueRow {
  return { instantMs: until, kind: 'rule-proposal-lapses', subject };
}

function dueOfFinding(subject: string, { status, dueAt, late }: FindingRecord): DueRow | undefined {
  return status === 'open' && !late ? { instantMs: dueAt + 1, kind: 'finding-due-passes', subject } : undefined;
}

function dueOfHold(subject: string, { status, dueAt }: HoldRecord): DueRow | undefined {
  return status === 'placed' && dueAt !== undefined
    ? { instantMs: dueAt + 1, kind: 'hold-lapses', subject }
    : undefined;
}
