import { accessRule } from '../../access/access-rule.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { declaredFields, firstDeclaredFields } from '../../shape/declared-fields.ts';
import { id, pointCode } from '../../shape/ids.ts';
import { findNumberForm, numberPattern } from '../../shape/number-form.ts';
import { type BodyOf, members, optional, required } from '../../shape/shape.ts';
import { oneOf, pattern } from '../../shape/texts.ts';
import { integer, listOf } from '../../shape/values.ts';
import type { Draft } from '../../state/draft.ts';
import type { ServiceRecord } from '../../state/records.ts';
import { lettersCounter } from '../licences/number-counter.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';
import { numberFormIsOwn } from './number-rules.ts';
import { offices, officesExist } from './offices.ts';

const MAX_VALID_DAYS = 36_525;
const MAX_PROMISE_MS = 366 * 24 * 60 * 60 * 1000;

const separately = optional(required<true>((value) => (value === true ? undefined : 'value')));
const firstBody = {
  id,
  version: integer(1, 1_000_000),
  organ: id,
  contract: pattern(/^[0-9a-f]{64}$/),
  attesters: listOf(id, 0, 16),
  promiseMs: integer(1, MAX_PROMISE_MS),
  licence: members({ kind: id, separately }),
};
const days = integer(1, 60);
const secondBody = {
  ...firstBody,
  procedure: optional(
    members({
      kind: oneOf('registration'),
      days,
      extensionDays: days,
      reviewDays: days,
      closingDays: days,
      reconsideration: optional(id),
      points: optional(listOf(pointCode, 1, 128)),
    }),
  ),
};
const terms = { days, extensionDays: days, reviewDays: days, reconsideration: optional(id) };
/** Since protocol version 3 a service may be answered for by an office in each district, and have public fields. */
const thirdBody = { ...secondBody, offices: optional(offices), fields: optional(firstDeclaredFields) };
/**
 * Since protocol version 4 it may have a form of numbers of its own, licences that end by themselves, and be a permit's
 * (行政许可法 42), which has no closing by announcement; and its contract may know changes and closings too.
 */
const body = {
  ...thirdBody,
  fields: optional(declaredFields),
  licence: members({
    kind: id,
    separately,
    number: optional(numberPattern),
    /** 有效期, for licences that have one. */
    validDays: optional(integer(1, MAX_VALID_DAYS)),
  }),
  procedure: optional(
    members({
      ...terms,
      kind: oneOf('registration', 'permit'),
      closingDays: optional(days),
      points: optional(listOf(pointCode, 1, 128)),
    }),
  ),
  /** Who attests in changes and closings besides (清税证明). */
  matters: optional(members({ attesters: listOf(id, 0, 8) })),
};
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'services.register',
  sidecar: 'none',
  rules: [
    accessRule('services.register', () => ({})),
    ({ organ }, context) => organisationExists(organ, context),
    officesExist,
    attestersExist,
    versionIsNewer,
    procedureStays,
    reconsiderationIsKnown,
    closingFits,
    numberFormIsOwn,
  ],
  effect: ({ id: service, ...rest }, _context, draft) => {
    draft.write('service', service, { ...rest, status: 'active' });
    keepLetters(service, rest.licence, draft);
    const { version, organ, contract } = rest;
    return { events: [event('service.registered', { service, version, organ, contract })] };
  },
};

/** A service, or a newer version of it, comes into force with its block. Cases keep the version they came under. */
export const registerService: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 1, body: firstBody }),
  defineDeed<typeof secondBody>({ ...spec, since: 2, body: secondBody }),
  defineDeed<typeof thirdBody>({ ...spec, since: 3, body: thirdBody }),
  defineDeed({ ...spec, since: 4, body }),
];

function attestersExist({ attesters, matters }: Body, context: DeedContext): Refusal | undefined {
  for (const attester of [...attesters, ...(matters?.attesters ?? [])]) {
    const refusal = organisationExists(attester, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function versionIsNewer({ id: service, version }: Body, { records }: DeedContext): Refusal | undefined {
  const current = records.find('service', service)?.version ?? 0;
  return version > current ? undefined : refuse('version-not-newer', { version: current });
}

/** Where refusals are possible the applicant must be told who hears him (行政复议法 20): known before the first case comes. */
function reconsiderationIsKnown(body: Body, context: DeedContext): Refusal | undefined {
  const { organ, procedure, offices: list } = body;
  if (procedure === undefined) return undefined;
  if (procedure.reconsideration !== undefined) return organisationExists(procedure.reconsideration, context);
  const deciding = list === undefined ? [organ] : list.map((office) => office.organ);
  const orphan = deciding.find((one) => context.records.find('org', one)?.parent === undefined);
  return orphan === undefined ? undefined : refuse('reconsideration-unknown', { organ: orphan });
}

/** What a procedure keeps (clocks, names, remedies) cannot be left behind by a newer version of the service. */
function procedureStays({ id: service, procedure }: Body, { records }: DeedContext): Refusal | undefined {
  const current = records.find('service', service)?.procedure;
  const isLost = current !== undefined && procedure === undefined;
  return isLost ? refuse('body-invalid', { member: 'procedure', problem: 'missing' }) : undefined;
}

/** 简易注销 is of the market registers (条例 33): a registration says its days, a permit has none. */
function closingFits({ procedure }: Body): Refusal | undefined {
  if (procedure === undefined) return undefined;
  const isFit = (procedure.kind === 'registration') === (procedure.closingDays !== undefined);
  return isFit ? undefined : refuse('body-invalid', { member: 'procedure', problem: 'format' });
}

/** From now on these letters are this service's. */
function keepLetters(service: string, { number }: ServiceRecord['licence'], draft: Draft): void {
  const form = number === undefined ? undefined : findNumberForm(number);
  if (form === undefined) return;
  const counter = lettersCounter(form.letters);
  if (draft.find('counter', counter) === undefined) draft.write('counter', counter, { next: 0, service });
}
