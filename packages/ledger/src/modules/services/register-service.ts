import { accessRule } from '../../access/access-rule.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { declaredFields } from '../../shape/declared-fields.ts';
import { id, pointCode } from '../../shape/ids.ts';
import { type BodyOf, members, optional, required } from '../../shape/shape.ts';
import { oneOf, pattern } from '../../shape/texts.ts';
import { integer, listOf } from '../../shape/values.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';
import { offices, officesExist } from './offices.ts';

const MAX_PROMISE_MS = 366 * 24 * 60 * 60 * 1000;

const firstBody = {
  id,
  version: integer(1, 1_000_000),
  organ: id,
  contract: pattern(/^[0-9a-f]{64}$/),
  attesters: listOf(id, 0, 16),
  promiseMs: integer(1, MAX_PROMISE_MS),
  licence: members({
    kind: id,
    separately: optional(required<true>((value) => (value === true ? undefined : 'value'))),
  }),
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
/** Since protocol version 3 a service may be answered for by an office in each district. */
const body = {
  ...secondBody,
  offices: optional(offices),
  fields: optional(declaredFields),
  /** The contract knows changes and closings too; who attests in those besides (清税证明). */
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
  ],
  effect: ({ id: service, ...rest }, _context, draft) => {
    draft.write('service', service, { ...rest, status: 'active' });
    const { version, organ, contract } = rest;
    return { events: [event('service.registered', { service, version, organ, contract })] };
  },
};

/** A service, or a newer version of it, comes into force with its block. Cases keep the version they came under. */
export const registerService: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 1, body: firstBody }),
  defineDeed<typeof secondBody>({ ...spec, since: 2, body: secondBody }),
  defineDeed({ ...spec, since: 3, body }),
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
