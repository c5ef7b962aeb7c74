import { PLATFORM } from '../genesis.ts';
import type { RecordFinder } from '../state/record-finder.ts';
import { roleSubject } from '../state/record-key.ts';
import type { KeyRecord, Role } from '../state/records.ts';
import type { AccessDecision, Actor, Resource } from './access.ts';
import { accessRules, type Grant } from './access-rules.ts';

interface Question {
  readonly actor: Actor;
  readonly deed: string;
  readonly resource: Resource;
}

/** Whether `actor` may do `deed` on `resource`, and by what, or why not. A value of state and its arguments alone. */
export function decideAccess(records: RecordFinder, question: Question): AccessDecision {
  const grants = accessRules.get(question.deed) ?? [];
  return question.actor.caseKey ? decideForCaseKey(grants, question) : decideForRegistered(records, grants, question);
}

function decideForCaseKey(grants: readonly Grant[], { actor, resource, deed }: Question): AccessDecision {
  for (const grant of grants) {
    if (grant.by === 'case-key') return { allow: true, because: { by: 'case-key' } };
    if (grant.by === 'holder' && resource.holder === actor.kid) return { allow: true, because: { by: 'holder' } };
  }
  const open = grants.some((grant) => grant.by === 'holder');
  return { allow: false, code: open ? 'access-denied' : 'registered-key-required', facts: { deed } };
}

function decideForRegistered(records: RecordFinder, grants: readonly Grant[], question: Question): AccessDecision {
  const { actor, resource, deed } = question;
  if (grants.length > 0 && grants.every(({ by }) => by === 'case-key' || by === 'holder'))
    return { allow: false, code: 'case-key-required', facts: { deed } };
  const key = records.find('key', actor.kid);
  if (key === undefined) return { allow: false, code: 'key-unknown', facts: {} };
  if (key.status !== 'active') return { allow: false, code: 'key-revoked', facts: { org: key.org } };
  for (const grant of grants) {
    const org = organisationOf(grant, resource);
    if (org === undefined || !('role' in grant)) continue;
    if (holdsRole(records, { kid: actor.kid, key, org, role: grant.role }, actor.atMs)) {
      return { allow: true, because: { by: 'role', role: grant.role, org } };
    }
  }
  return {
    allow: false,
    code: 'access-denied',
    facts: { deed, ...(resource.org === undefined ? {} : { org: resource.org }) },
  };
}

function organisationOf(grant: Grant, resource: Resource): string | undefined {
  if (grant.by === 'platform-role') return PLATFORM;
  return grant.by === 'role' ? resource.org : undefined;
}

interface RoleClaim {
  readonly kid: string;
  readonly key: KeyRecord;
  readonly org: string;
  readonly role: Role;
}

/** A role counts only until its instant, even where its due row has not been worked off yet. */
export function holdsRole(records: RecordFinder, claim: RoleClaim, atMs: number): boolean {
  if (claim.key.org !== claim.org || claim.key.status !== 'active') return false;
  const record = records.find('role', roleSubject(claim.org, claim.kid, claim.role));
  return record !== undefined && (record.until === undefined || record.until > atMs);
}
