import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { LedgerError } from '../../ledger-error.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { caseRegion, dueAfter, withDue } from './case-clock.ts';
import { caseExists, caseHasClock, caseIsPending, mayActOnCase } from './case-rules.ts';
import { writeCase } from './write-case.ts';

const body = { case: transactionId, reason: reasonCode };
type Body = BodyOf<typeof body>;

/** 情形复杂的，经登记机关负责人批准，可以再延长3个工作日 (市场主体登记管理条例 19): once, and before the date has passed. */
export const extendCase = defineDeed({
  name: 'cases.extend',
  since: 2,
  body,
  sidecar: 'optional',
  rules: [caseExists, mayActOnCase('cases.extend'), caseIsPending, caseHasClock, isNotExtended, dateIsAhead],
  effect: extend,
});

function isNotExtended({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const by = records.find('case', id)?.clock?.extendedBy;
  return by === undefined ? undefined : refuse('case-extended', { case: id });
}

/** What is late stays late: an extension afterwards would only hide it. */
function dateIsAhead({ case: id }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const dueAt = records.find('case', id)?.dueAt ?? 0;
  return timeMs <= dueAt ? undefined : refuse('case-past-due', { case: id, dueAt });
}

function extend({ case: id, reason }: Body, { transaction }: DeedContext, draft: Draft): Effect {
  const record = draft.get('case', id);
  if (record.clock === undefined) throw new LedgerError('record-missing', { kind: 'case' });
  const days = record.clock.days + record.clock.extensionDays;
  const due = dueAfter(draft, caseRegion(draft, record), record.submittedAt, days);
  const clock = { ...record.clock, days, extendedBy: transaction.kid };
  writeCase(draft, id, withDue({ ...record, clock }, due));
  const facts = { case: id, organ: record.organ, reason, from: record.dueAt ?? 0, ...due };
  return { events: [event('case.extended', facts)] };
}
