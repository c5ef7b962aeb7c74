import { parsePublicJwk } from '@minglu/protocol';
import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { anyObject } from '../../shape/values.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';

const body = { org: id, jwk: anyObject };
type Body = BodyOf<typeof body>;

/** An organisation's key becomes known. It may do nothing yet: roles are granted separately. */
export const registerKey = defineDeed({
  name: 'keys.register',
  since: 1,
  body,
  sidecar: 'none',
  rules: [
    accessRule('keys.register', ({ org }) => ({ org })),
    ({ org }, context) => organisationExists(org, context),
    keyIsSound,
    keyIsNew,
  ],
  effect: ({ org, jwk }, { timeMs }, draft) => {
    const { kid } = parsePublicJwk(jwk);
    draft.write('key', kid, { jwk, org, status: 'active', since: timeMs });
    return { events: [event('key.registered', { kid, org })] };
  },
});

/** A point off the curve, a private key or a stray member must not enter a register everybody trusts. */
function keyIsSound({ jwk }: Body): Refusal | undefined {
  return kidOf(jwk) === undefined ? refuse('key-invalid') : undefined;
}

/** A revoked key stays known for ever: it cannot come back by being registered again. */
function keyIsNew({ jwk }: Body, { records }: DeedContext): Refusal | undefined {
  const kid = kidOf(jwk);
  return kid !== undefined && records.find('key', kid) !== undefined ? refuse('key-exists', { kid }) : undefined;
}

function kidOf(jwk: Body['jwk']): string | undefined {
  try {
    return parsePublicJwk(jwk).kid;
  } catch {
    return undefined;
  }
}
