import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, id, role } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { roleSubject } from '../../state/record-key.ts';

const body = { org: id, kid: digest, role };
type Body = BodyOf<typeof body>;

export const revokeRole = defineDeed({
  name: 'roles.revoke',
  since: 1,
  body,
  sidecar: 'none',
  rules: [accessRule('roles.revoke', ({ org }) => ({ org })), roleExists, notTheOwnAdministration],
  effect: ({ org, kid, role: revoked }, _context, draft) => {
    draft.remove('role', roleSubject(org, kid, revoked));
    return { events: [event('role.revoked', { org, kid, role: revoked })] };
  },
});

function roleExists({ org, kid, role: revoked }: Body, { records }: DeedContext): Refusal | undefined {
  const record = records.find('role', roleSubject(org, kid, revoked));
  return record === undefined ? refuse('role-unknown', { org, role: revoked }) : undefined;
}

/** Whoever revokes stays administrator: so the last one cannot leave nobody behind. */
function notTheOwnAdministration({ kid, role: revoked }: Body, { transaction }: DeedContext): Refusal | undefined {
  return transaction.kid === kid && revoked === 'administrator' ? refuse('own-role') : undefined;
}
