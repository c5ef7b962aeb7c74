import { accessRule } from '../../access/access-rule.ts';
import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { organisationExists } from './organisation-exists.ts';
import { endpoint, organisationKind, organisationName, sealingKey } from './organisation-shapes.ts';

const body = {
  id,
  name: optional(organisationName),
  kind: optional(organisationKind),
  endpoint: optional(endpoint),
  sealingKey: optional(sealingKey),
};
type Body = BodyOf<typeof body>;

/** Replaces the members named; the others stay. */
export const updateOrganisation = defineDeed({
  name: 'organisations.update',
  since: 1,
  body,
  sidecar: 'none',
  rules: [
    ({ id: org }, context) => organisationExists(org, context),
    accessRule('organisations.update', ({ id: org }) => ({ org })),
    somethingChanges,
  ],
  effect: ({ id: org, ...changes }, _context, draft) => {
    draft.write('org', org, { ...draft.get('org', org), ...changes });
    return { events: [event('organisation.updated', { org })] };
  },
});

function somethingChanges(update: Body): Refusal | undefined {
  return Object.keys(update).length === 1 ? refuse('nothing-changes') : undefined;
}
