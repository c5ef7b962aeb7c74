import { parsePublicJwk } from '@minglu/protocol';
import { accessRule } from '../../access/access-rule.ts';
import { handOf } from '../../access/hand-of.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, id } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { anyObject } from '../../shape/values.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';
import { keyIsNew, keyIsSound } from './key-rules.ts';

const firstBody = { org: id, jwk: anyObject };
const body = { ...firstBody, replaces: optional(digest) };
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'keys.register',
  sidecar: 'none',
  rules: [
    accessRule('keys.register', ({ org }) => ({ org })),
    ({ org }, context) => organisationExists(org, context),
    keyIsSound,
    keyIsNew,
  ],
  effect: ({ org, jwk, replaces }, { timeMs }, draft) => {
    const { kid } = parsePublicJwk(jwk);
    const record = { jwk, org, status: 'active' as const, since: timeMs };
    if (replaces === undefined) draft.write('key', kid, record);
    else {
      draft.write('key', kid, { ...record, first: handOf(draft, replaces), replaces });
      draft.write('key', replaces, { ...draft.get('key', replaces), next: kid, lost: true });
    }
    return { events: [event('key.registered', { kid, org })] };
  },
};

/**
 * An organisation's key becomes known. It may do nothing yet: roles are granted separately. `replaces` names a key that its
 * holder lost: the new one is the same person's.
 */
export const registerKey: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 1, body: firstBody }),
  defineDeed({ ...spec, since: 4, body, rules: [...spec.rules, replacedIsLost] }),
];

/** One of the organisation's own, revoked, and given up once. */
function replacedIsLost({ org, replaces }: Body, { records }: DeedContext): Refusal | undefined {
  if (replaces === undefined) return undefined;
  const lost = records.find('key', replaces);
  if (lost === undefined) return refuse('key-unknown', { kid: replaces });
  if (lost.org !== org) return refuse('key-of-other-organisation', { org: lost.org });
  if (lost.status === 'active') return refuse('key-in-force', { kid: replaces });
  return lost.next === undefined ? undefined : refuse('key-exists', { kid: lost.next });
}
