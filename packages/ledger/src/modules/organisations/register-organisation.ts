import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { organisationExists } from './organisation-exists.ts';
import { endpoint, organisationKind, organisationName, sealingKey } from './organisation-shapes.ts';

const body = {
  id,
  name: organisationName,
  kind: organisationKind,
  parent: optional(id),
  endpoint: optional(endpoint),
  sealingKey: optional(sealingKey),
};
type Body = BodyOf<typeof body>;

export const registerOrganisation = defineDeed({
  name: 'organisations.register',
  since: 1,
  body,
  sidecar: 'none',
  rules: [accessRule('organisations.register', () => ({})), organisationIsNew, parentExists],
  effect: ({ id: org, ...rest }, _context, draft) => {
    draft.write('org', org, { ...rest, status: 'active' });
    return { events: [event('organisation.registered', { org })] };
  },
});

function organisationIsNew({ id: org }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('org', org) === undefined ? undefined : refuse('organisation-exists', { org });
}

function parentExists({ parent }: Body, context: DeedContext): Refusal | undefined {
  return parent === undefined ? undefined : organisationExists(parent, context);
}
