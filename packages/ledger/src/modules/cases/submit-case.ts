import type { LedgerEvent, Outcome } from '@minglu/protocol';
import { accessRule } from '../../access/access-rule.ts';
import type { ContractDecision } from '../../contract/contract-verdict.ts';
import { overrule } from '../../contract/overrule.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseRecord, ServiceRecord } from '../../state/records.ts';
import { numberLicence } from '../licences/number-licence.ts';
import { isNameTaken, takeName } from '../names/names.ts';
import { findOffice, regionIsServed } from '../services/offices.ts';
import { attestationsHold } from './attestation-rules.ts';
import { dueAfter } from './case-clock.ts';
import { firstSubmission, type Submission, submission, submissionWithFields } from './case-shapes.ts';
import { fieldsFit } from './field-rules.ts';
import { mergeFacts } from './merge-facts.ts';
import { findNamedLicences } from './named-licences.ts';
import { numberIsLeft } from './number-rules.ts';
import { mayReferToPrevious } from './refiling-rules.ts';
import { writeCase } from './write-case.ts';

const spec: Omit<DeedSpec<typeof submissionWithFields>, 'body' | 'since'> = {
  name: 'cases.submit',
  sidecar: 'required',
  rules: [
    accessRule('cases.submit', ({ service, region }) => ({ service, region })),
    serviceIsActive,
    fieldsFit,
    nameFits,
    regionIsServed,
    caseIsNew,
    mayReferToPrevious,
    ({ service, region }, context) => numberIsLeft({ service, region }, context),
    ({ service }, context) => attestationsHold(service, context),
  ],
  effect: submit,
};

/** An application: the service's contract grants it at once, or it goes to a person with a promised date. */
export const submitCase: readonly Deed[] = [
  defineDeed<typeof firstSubmission>({ ...spec, since: 1, body: firstSubmission }),
  defineDeed<typeof submission>({ ...spec, since: 2, body: submission }),
  defineDeed({ ...spec, since: 3, body: submissionWithFields }),
];

function serviceIsActive({ service }: Submission, { records }: DeedContext): Refusal | undefined {
  const record = records.find('service', service);
  if (record === undefined) return refuse('service-unknown', { service });
  return record.status === 'active' ? undefined : refuse('service-inactive', { service });
}

/** 个体工商户使用名称的，登记事项还应当包括名称 (实施细则 6): only a registration may do without one. */
function nameFits({ service, tradeName }: Submission, { records }: DeedContext): Refusal | undefined {
  const mayBeNameless = records.find('service', service)?.procedure?.kind === 'registration';
  if (tradeName !== undefined || mayBeNameless) return undefined;
  return refuse('body-invalid', { member: 'tradeName', problem: 'missing' });
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
    organ: findOffice(service, body.region) ?? service.organ,
    holder: context.transaction.kid,
    submittedAt: context.timeMs,
    ...(body.previous === undefined ? {} : followPrevious(draft, body.previous, context.transaction.id)),
  };
  const events =
    decision === 'grant' && !body.manual
      ? grant(body, { submitted, service }, context, draft)
      : sendToAPerson(body, { submitted, service }, context, draft);
  return trace === undefined ? { events } : { events, trace };
}

/** The link stands on both: from either one the whole matter is found. */
function followPrevious(draft: Draft, previous: string, successor: string): Pick<CaseRecord, 'previous' | 'round'> {
  const record = draft.get('case', previous);
  draft.write('case', previous, { ...record, successor });
  return { previous, round: (record.round ?? 1) + 1 };
}

interface Verdict {
  readonly decision: ContractDecision;
  readonly trace: string | undefined;
}

/**
 * With `manual` the contract still runs: the officer sees what it would have proposed. Under a procedure it is told what
 * the ledger itself knows, apart from what departments attest; a name that is taken is granted by no contract.
 */
function decideByContract(body: Submission, service: ServiceRecord, context: DeedContext): Verdict {
  const { sidecar, erased, contracts, timeMs, records, transaction } = context;
  if (sidecar === undefined) return { decision: recordedDecision(erased), trace: undefined };
  const isRegistration = service.procedure?.kind === 'registration';
  const isTaken = isRegistration && isNameTaken(records, { ...body, case: transaction.id });
  const input = JSON.stringify({
    service: body.service,
    version: service.version,
    facts: mergeFacts(sidecar.attestations),
    ...whatTheLedgerKnows(body, service, { context, isTaken }),
    body,
    plain: sidecar.plain,
    time: timeMs,
  });
  const answer = contracts.decide(service.contract, input);
  const { decision, trace, manualTrace } =
    isTaken && answer.decision === 'grant' ? overrule(answer, NAME_IS_TAKEN) : answer;
  return { decision, trace: body.manual ? manualTrace : trace };
}

/** Nothing for the usual service without a procedure: most inputs are written without it. */
function whatTheLedgerKnows(
  { fields }: Submission,
  { procedure, fields: declared }: ServiceRecord,
  { context, isTaken }: { readonly context: DeedContext; readonly isTaken: boolean },
) {
  const name = procedure?.kind === 'registration' ? { 'name-is-taken': isTaken } : undefined;
  const licences = findNamedLicences(declared, fields, context);
  return name === undefined && licences === undefined ? {} : { ledger: { ...name, ...licences } };
}

const NAME_IS_TAKEN = { rule: 'name-is-free', article: '市场主体登记管理条例 第十条', result: false } as const;

function recordedDecision(recorded: Outcome | undefined): ContractDecision {
  const events = recorded !== undefined && 'events' in recorded ? recorded.events : [];
  return events.some(([name]) => name === 'case.granted') ? 'grant' : 'propose';
}

type Submitted = Pick<CaseRecord, 'service' | 'version' | 'organ' | 'holder' | 'submittedAt' | 'previous' | 'round'>;

interface Accepted {
  readonly submitted: Submitted;
  readonly service: ServiceRecord;
}

function grant(body: Submission, { submitted, service }: Accepted, context: DeedContext, draft: Draft): LedgerEvent[] {
  const id = context.transaction.id;
  const { holder, submittedAt, ...of } = submitted;
  const granted = { ...of, holder, status: 'granted', submittedAt } as const;
  if (service.licence.separately) {
    if (service.procedure?.kind === 'registration') takeName(draft, { ...body, case: id });
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
  const { submitted, service } = accepted;
  const { holder, submittedAt, ...of } = submitted;
  const promisedAt = submittedAt + service.promiseMs;
  const pending = { ...of, holder, status: 'pending', submittedAt, promisedAt } as const;
  const events = (due: object) => [
    submittedEvent(id, submitted),
    event('case.pending', { case: id, promisedAt, ...due }),
  ];
  if (service.procedure === undefined) {
    draft.create('case', id, { ...pending, body: publicPart(body) });
    return events({});
  }
  const { days, extensionDays } = service.procedure;
  const due = dueAfter(draft, body.region, submittedAt, days);
  writeCase(draft, id, { ...pending, ...due, clock: { days, extensionDays }, body: publicPart(body) });
  return events(due);
}

function submittedEvent(id: string, { service, version, organ, previous }: Submitted): LedgerEvent {
  const link = previous === undefined ? {} : { previous };
  return event('case.submitted', { case: id, service, version, organ, ...link });
}

function publicPart({ tradeName, scope, region, operator, fields }: Submission): NonNullable<CaseRecord['body']> {
  const name = tradeName === undefined ? {} : { tradeName };
  return { ...name, scope, region, operator, ...(fields === undefined ? {} : { fields }) };
}
