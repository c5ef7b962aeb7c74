import { accessRule } from '../../access/access-rule.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, firstRole, id, role, secondRole } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { roleSubject } from '../../state/record-key.ts';
import { countOffice, officeIsNotTheOwn, officeIsTheirs } from './office-rules.ts';

const body = { org: id, kid: digest, role };
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'roles.revoke',
  sidecar: 'none',
  rules: [accessRule('roles.revoke', ({ org }) => ({ org })), roleExists, notTheOwnAdministration],
  effect: ({ org, kid, role: revoked }, _context, draft) => {
    draft.remove('role', roleSubject(org, kid, revoked));
    countOffice(draft, { org, role: revoked }, -1);
    return { events: [event('role.revoked', { org, kid, role: revoked })] };
  },
};

export const revokeRole: readonly Deed[] = [
  defineDeed({ ...spec, since: 1, body: { ...body, role: firstRole } }),
  defineDeed({ ...spec, since: 2, body: { ...body, role: secondRole } }),
  defineDeed({ ...spec, since: 4, body, rules: [...spec.rules, officeIsTheirs, officeIsNotTheOwn] }),
];

function roleExists({ org, kid, role: revoked }: Body, { records }: DeedContext): Refusal | undefined {
  const record = records.find('role', roleSubject(org, kid, revoked));
  return record === undefined ? refuse('role-unknown', { org, role: revoked }) : undefined;
}

/** Whoever revokes stays administrator: so the last one cannot leave nobody behind. */
function notTheOwnAdministration({ kid, role: revoked }: Body, { transaction }: DeedContext): Refusal | undefined {
  return transaction.kid === kid && revoked === 'administrator' ? refuse('own-role') : undefined;
}
