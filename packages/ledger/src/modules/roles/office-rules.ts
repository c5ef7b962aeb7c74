import { holdsRole } from '../../access/decide-access.ts';
import type { DeedContext } from '../../deed.ts';
import { PLATFORM } from '../../genesis.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { Draft } from '../../state/draft.ts';
import { roleSubject } from '../../state/record-key.ts';
import type { Role } from '../../state/role.ts';

/**
 * 三员: whoever runs the system, whoever makes the rules of access and whoever looks at what both did. One key has one of
 * them, and none gives or takes another's: else the strongest of them were all three (GB/T 22239-2019, 8.1.5).
 */
const OFFICES: readonly Role[] = ['administrator', 'security-administrator', 'auditor'];
const GUARDED: readonly Role[] = ['security-administrator', 'auditor'];

interface Post {
  readonly org: string;
  readonly kid: string;
  readonly role: Role;
}

export function isGuarded({ org, role }: Pick<Post, 'org' | 'role'>): boolean {
  return org === PLATFORM && GUARDED.includes(role);
}

/** Who fills an office: its own holders; while nobody ever had it, the administrator who sets the chain up. */
export function officeIsTheirs({ org, role }: Post, context: DeedContext): Refusal | undefined {
  if (isGuarded({ org, role })) {
    const isFilled = (context.records.find('office', role)?.holders ?? 0) > 0;
    return holds(context, PLATFORM, isFilled ? role : 'administrator')
      ? undefined
      : refuse('office-of-others', { role });
  }
  return isAdministratorOf(context, org) ? undefined : refuse('office-of-others', { role });
}

export function officesStaySeparate({ org, kid, role }: Post, { records }: DeedContext): Refusal | undefined {
  if (org !== PLATFORM || !OFFICES.includes(role)) return undefined;
  const other = OFFICES.find((one) => one !== role && records.find('role', roleSubject(PLATFORM, kid, one)));
  return other === undefined ? undefined : refuse('offices-separate', { role: other });
}

/** Whoever takes an office from a colleague keeps it: so it is never empty once it was filled. */
export function officeIsNotTheOwn({ org, kid, role }: Post, { transaction }: DeedContext): Refusal | undefined {
  return isGuarded({ org, role }) && kid === transaction.kid ? refuse('own-role') : undefined;
}

/**
 * A key with an office is revoked by that office: revoking it would else be a way to empty it. Any other is no business
 * of theirs.
 */
export function keyIsTheirsToRevoke({ kid }: { readonly kid: string }, context: DeedContext): Refusal | undefined {
  const { records } = context;
  const office = GUARDED.find((one) => records.find('role', roleSubject(PLATFORM, kid, one)) !== undefined);
  if (office !== undefined)
    return holds(context, PLATFORM, office) ? undefined : refuse('office-of-others', { role: office });
  const org = records.find('key', kid)?.org ?? '';
  return isAdministratorOf(context, org) ? undefined : refuse('office-of-others', {});
}

export function countOffice(draft: Draft, post: Pick<Post, 'org' | 'role'>, change: 1 | -1): void {
  if (!isGuarded(post)) return;
  draft.write('office', post.role, { holders: (draft.find('office', post.role)?.holders ?? 0) + change });
}

function holds({ records, transaction: { kid }, timeMs }: DeedContext, org: string, role: Role): boolean {
  const key = records.find('key', kid);
  return key !== undefined && holdsRole(records, { kid, key, org, role }, timeMs);
}

function isAdministratorOf(context: DeedContext, org: string): boolean {
  return holds(context, PLATFORM, 'administrator') || holds(context, org, 'administrator');
}
