import { type LedgerEvent, parsePublicJwk } from '@minglu/protocol';
import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { anyObject } from '../../shape/values.ts';
import type { Draft } from '../../state/draft.ts';
import { roleSubject } from '../../state/record-key.ts';
import { ROLES } from '../../state/role.ts';
import { keyIsNew, keyIsSound } from './key-rules.ts';

const body = { jwk: anyObject };
type Body = BodyOf<typeof body>;

/**
 * The holder of a registered key goes over to a new one: signed by the old, which signs nothing after this block. Roles and
 * what was begun go along, and so does who it is: four eyes stay four. A key that may be in other hands is not rotated but
 * revoked, by an administrator.
 */
export const rotateKey = defineDeed({
  name: 'keys.rotate',
  since: 4,
  body,
  sidecar: 'none',
  rules: [accessRule('keys.rotate', () => ({})), keyIsSound, keyIsNew],
  effect: rotate,
});

function rotate({ jwk }: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const former = transaction.kid;
  const key = draft.get('key', former);
  const { org } = key;
  const { kid } = parsePublicJwk(jwk);
  const first = key.first ?? former;
  draft.write('key', former, { ...key, status: 'revoked', since: timeMs, next: kid });
  draft.write('key', kid, { jwk, org, status: 'active', since: timeMs, first, replaces: former });
  return { events: [event('key.rotated', { kid, org, from: former }), ...moveRoles(draft, { org, former, kid })] };
}

interface Move {
  readonly org: string;
  readonly former: string;
  readonly kid: string;
}

/** As they are: with their ends, and with whom they stand in for. */
function moveRoles(draft: Draft, { org, former, kid }: Move): LedgerEvent[] {
  return ROLES.flatMap((role) => {
    const record = draft.find('role', roleSubject(org, former, role));
    if (record === undefined) return [];
    draft.remove('role', roleSubject(org, former, role));
    draft.write('role', roleSubject(org, kid, role), record);
    const { since: _since, ...limits } = record;
    return [event('role.revoked', { org, kid: former, role }), event('role.granted', { org, kid, role, ...limits })];
  });
}
