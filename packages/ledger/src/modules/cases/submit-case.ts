import type { LedgerEvent, Outcome } from '@minglu/protocol';
import { accessRule } from '../../access/access-rule.ts';
import type { ContractDecision } from '../../contract/contract-verdict.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseRecord, ServiceRecord } from '../../state/records.ts';
import { numberLicence } from '../licences/number-licence.ts';
import { attestationsHold } from './attestation-rules.ts';
import { type Submission, submission } from './case-shapes.ts';
import { mergeFacts } from './merge-facts.ts';

/** An application: the service's contract grants it at once, or it goes to a person with a promised date. */
export const submitCase = defineDeed({
  name: 'cases.submit',
  since: 1,
  body: submission,
  sidecar: 'required',
  rules: [
    accessRule('cases.submit', () => ({})),
    serviceIsActive,
    caseIsNew,
    ({ service }, context) => attestationsHold(service, context),
  ],
  effect: submit,
});

function serviceIsActive({ service }: Submission, { records }: DeedContext): Refusal | undefined {
  const record = records.find('service', service);
  if (record === undefined) return refuse('service-unknown', { service });
  return record.status === 'active' ? undefined : refuse('service-inactive', { service });
}

/** The replay window forgets; a case does not. */
function caseIsNew(_body: Submission, { records, transaction }: DeedContext): Refusal | undefined {
  return records.find('case', transaction.id) === undefined ? undefined : refuse('case-exists');
}

function submit(body: Submission, context: DeedContext, draft: Draft): Effect {
  const service = draft.get('service', body.service);
  const { decision, trace } = decideByContract(body, service, context);
  const submitted = {
    service: body.service,
    version: service.version,
    organ: service.organ,
    holder: context.transaction.kid,
    submittedAt: context.timeMs,
  };
  const events =
    decision === 'grant' && !body.manual
      ? grant(body, { submitted, service }, context, draft)
      : sendToAPerson(body, { submitted, service }, context, draft);
  return trace === undefined ? { events } : { events, trace };
}

interface Verdict {
  readonly decision: ContractDecision;
  readonly trace: string | undefined;
}

/** With `manual` the contract still runs: the officer sees what it would have proposed. */
function decideByContract(body: Submission, service: ServiceRecord, context: DeedContext): Verdict {
  const { sidecar, erased, contracts, timeMs } = context;
  if (sidecar === undefined) return { decision: recordedDecision(erased), trace: undefined };
  const input = JSON.stringify({
    service: body.service,
    version: service.version,
    facts: mergeFacts(sidecar.attestations),
    body,
    plain: sidecar.plain,
    time: timeMs,
  });
  const { decision, trace, manualTrace } = contracts.decide(service.contract, input);
  return { decision, trace: body.manual ? manualTrace : trace };
}

function recordedDecision(recorded: Outcome | undefined): ContractDecision {
  const events = recorded !== undefined && 'events' in recorded ? recorded.events : [];
  return events.some(([name]) => name === 'case.granted') ? 'grant' : 'propose';
}

type Submitted = Pick<CaseRecord, 'service' | 'version' | 'organ' | 'holder' | 'submittedAt'>;

interface Accepted {
  readonly submitted: Submitted;
  readonly service: ServiceRecord;
}

function grant(body: Submission, { submitted, service }: Accepted, context: DeedContext, draft: Draft): LedgerEvent[] {
  const id = context.transaction.id;
  const { holder, submittedAt, ...of } = submitted;
  const granted = { ...of, holder, status: 'granted', submittedAt } as const;
  if (service.licence.separately) {
    draft.create('case', id, { ...granted, body: publicPart(body) });
    return [submittedEvent(id, submitted), event('case.granted', { case: id, by: 'contract' })];
  }
  const issued = numberLicence(draft, {
    case: id,
    organ: submitted.organ,
    service: body.service,
    body,
    timeMs: context.timeMs,
  });
  draft.create('case', id, { ...granted, licence: issued.number });
  return [
    submittedEvent(id, submitted),
    event('case.granted', { case: id, licence: issued.number, by: 'contract' }),
    issued.event,
  ];
}

function sendToAPerson(body: Submission, accepted: Accepted, context: DeedContext, draft: Draft): LedgerEvent[] {
  const id = context.transaction.id;
  const { holder, submittedAt, ...of } = accepted.submitted;
  const promisedAt = submittedAt + accepted.service.promiseMs;
  draft.create('case', id, { ...of, holder, status: 'pending', submittedAt, promisedAt, body: publicPart(body) });
  return [submittedEvent(id, accepted.submitted), event('case.pending', { case: id, promisedAt })];
}

function submittedEvent(id: string, { service, version, organ }: Submitted): LedgerEvent {
  return event('case.submitted', { case: id, service, version, organ });
}

function publicPart({ tradeName, scope, region, operator }: Submission): NonNullable<CaseRecord['body']> {
  return { tradeName, scope, region, operator };
}
