import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id } from '../../shape/ids.ts';
import { type BodyOf, members, optional, required } from '../../shape/shape.ts';
import { pattern } from '../../shape/texts.ts';
import { integer, listOf } from '../../shape/values.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';

const MAX_PROMISE_MS = 366 * 24 * 60 * 60 * 1000;

const body = {
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
type Body = BodyOf<typeof body>;

/** A service, or a newer version of it, comes into force with its block. Cases keep the version they came under. */
export const registerService = defineDeed({
  name: 'services.register',
  since: 1,
  body,
  sidecar: 'none',
  rules: [
    accessRule('services.register', () => ({})),
    ({ organ }, context) => organisationExists(organ, context),
    attestersExist,
    versionIsNewer,
  ],
  effect: ({ id: service, ...rest }, _context, draft) => {
    draft.write('service', service, { ...rest, status: 'active' });
    const { version, organ, contract } = rest;
    return { events: [event('service.registered', { service, version, organ, contract })] };
  },
});

function attestersExist({ attesters }: Body, context: DeedContext): Refusal | undefined {
  for (const attester of attesters) {
    const refusal = organisationExists(attester, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function versionIsNewer({ id: service, version }: Body, { records }: DeedContext): Refusal | undefined {
  const current = records.find('service', service)?.version ?? 0;
  return version > current ? undefined : refuse('version-not-newer', { version: current });
}
