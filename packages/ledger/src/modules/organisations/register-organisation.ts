import { accessRule } from '../../access/access-rule.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { organisationExists } from './organisation-exists.ts';
import { endpoint, organisationKind, organisationName, sealingKey } from './organisation-shapes.ts';

const firstBody = {
  id,
  name: organisationName,
  kind: organisationKind,
  parent: optional(id),
  endpoint: optional(endpoint),
  sealingKey: optional(sealingKey),
};
/** Since protocol version 4 the superior in its own line is named too (上级机关, 市场主体登记管理条例 42). */
const body = { ...firstBody, superior: optional(id) };
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'organisations.register',
  sidecar: 'none',
  rules: [accessRule('organisations.register', () => ({})), organisationIsNew, parentExists],
  effect: ({ id: org, ...rest }, _context, draft) => {
    draft.write('org', org, { ...rest, status: 'active' });
    return { events: [event('organisation.registered', { org })] };
  },
};

export const registerOrganisation: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 1, body: firstBody }),
  defineDeed({ ...spec, since: 4, body }),
];

function organisationIsNew({ id: org }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('org', org) === undefined ? undefined : refuse('organisation-exists', { org });
}

function parentExists({ parent, superior }: Body, context: DeedContext): Refusal | undefined {
  const unknown = parent === undefined ? undefined : organisationExists(parent, context);
  return unknown ?? (superior === undefined ? undefined : organisationExists(superior, context));
}
