import type { LedgerEvent } from '@minglu/protocol';
import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { LedgerError } from '../../ledger-error.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseRecord } from '../../state/records.ts';
import { numberLicence } from '../licences/number-licence.ts';

const body = { case: transactionId, decision: oneOf('grant', 'refuse'), reason: optional(reasonCode) };
type Body = BodyOf<typeof body>;

/** A registrar decides a case that waits for a person. Only here can an application be refused. */
export const decideCase = defineDeed({
  name: 'cases.decide',
  since: 1,
  body,
  sidecar: 'optional',
  rules: [
    caseExists,
    accessRule('cases.decide', (decision, records) => ({ org: records.find('case', decision.case)?.organ ?? '' })),
    caseIsPending,
    refusalHasAReason,
    refusalHasSealedWords,
  ],
  effect: decide,
});

function caseExists({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('case', id) === undefined ? refuse('case-unknown', { case: id }) : undefined;
}

function caseIsPending({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const status = records.find('case', id)?.status ?? '';
  return status === 'pending' ? undefined : refuse('case-not-pending', { case: id, status });
}

function refusalHasAReason({ decision, reason }: Body): Refusal | undefined {
  return decision === 'refuse' && reason === undefined ? refuse('reason-missing') : undefined;
}

/** 说明理由 (市场主体登记管理条例 20): in words, to the applicant alone; the public record has the code. */
function refusalHasSealedWords({ decision }: Body, { sidecar, erased }: DeedContext): Refusal | undefined {
  if (decision === 'grant' || erased !== undefined) return undefined;
  return sidecar?.sealed.reason === undefined ? refuse('sealed-reason-missing') : undefined;
}

function decide(decision: Body, context: DeedContext, draft: Draft): Effect {
  const { body: application, promisedAt: _promised, ...record } = draft.get('case', decision.case);
  if (application === undefined) throw new LedgerError('record-missing', { kind: 'case' });
  const decided = { ...record, decidedBy: context.transaction.kid, decidedAt: context.timeMs };
  if (decision.decision === 'refuse') {
    draft.write('case', decision.case, { ...decided, status: 'refused' });
    const facts = { case: decision.case, organ: record.organ, reason: decision.reason ?? '' };
    return { events: [event('case.refused', facts)] };
  }
  return { events: grant(decision.case, { ...decided, status: 'granted', body: application }, draft) };
}

function grant(id: string, granted: CaseRecord & Required<Pick<CaseRecord, 'body'>>, draft: Draft): LedgerEvent[] {
  const { body: application, ...record } = granted;
  if (draft.get('service', record.service).licence.separately) {
    draft.write('case', id, granted);
    return [event('case.granted', { case: id, by: 'officer' })];
  }
  const { organ, service, decidedAt: timeMs = 0 } = record;
  const issued = numberLicence(draft, { case: id, organ, service, body: application, timeMs });
  draft.write('case', id, { ...record, licence: issued.number });
  return [event('case.granted', { case: id, licence: issued.number, by: 'officer' }), issued.event];
}
