import { PLATFORM } from '../genesis.ts';
import type { RecordFinder } from '../state/record-finder.ts';
import { roleSubject } from '../state/record-key.ts';
import type { KeyRecord } from '../state/records.ts';
import type { Role } from '../state/role.ts';
import type { AccessDecision, Actor, Resource } from './access.ts';
import { accessRules, canBeAllowed, type Grant } from './access-rules.ts';
import { formerKeysOf, handOf } from './hand-of.ts';
import type { StoredRule } from './rule.ts';
import { ruleBook } from './rule-book.ts';
import { type Circumstances, ruleHolds } from './rule-holds.ts';

interface Question {
  readonly actor: Actor;
  readonly deed: string;
  readonly resource: Resource;
}

/**
 * Whether `actor` may do `deed` on `resource`, and by what, or why not. A value of state and its arguments alone: first
 * the rules that deny, which win; then what the chain itself grants; then the rules that allow.
 */
export function decideAccess(records: RecordFinder, question: Question): AccessDecision {
  const grants = accessRules.get(question.deed) ?? [];
  return question.actor.caseKey
    ? decideForCaseKey(records, grants, question)
    : decideForRegistered(records, grants, question);
}

function decideForCaseKey(records: RecordFinder, grants: readonly Grant[], question: Question): AccessDecision {
  const { actor, resource, deed } = question;
  const denied = findRule(ruleBook(records, '').denying(deed, resource.org), {
    ...question,
    records,
    holds: () => false,
  });
  if (denied !== undefined) return deniedBy(denied, question);
  for (const grant of grants) {
    if (grant.by === 'case-key') return { allow: true, because: { by: 'case-key' } };
    if (grant.by !== 'holder') continue;
    if (resource.holder === actor.kid) return { allow: true, because: { by: 'holder' } };
    const form = findMandate(records, question);
    if (form !== undefined) return { allow: true, because: { by: 'mandate', form } };
  }
  const open = grants.some((grant) => grant.by === 'holder');
  return { allow: false, code: open ? 'access-denied' : 'registered-key-required', facts: { deed } };
}

/** The form of representation by which the actor acts for the holder, while it lasts. */
function findMandate(records: RecordFinder, { actor, resource, deed }: Question): string | undefined {
  if (resource.holder === undefined || resource.holder === '') return undefined;
  const mandate = records.find('mandate', `${resource.holder}/${actor.kid}`);
  if (mandate === undefined || mandate.until <= actor.atMs || !mandate.deeds.includes(deed)) return undefined;
  if (mandate.services !== undefined && !mandate.services.includes(resource.service ?? '')) return undefined;
  return mandate.form;
}

function decideForRegistered(records: RecordFinder, grants: readonly Grant[], question: Question): AccessDecision {
  const { actor, resource, deed } = question;
  if (grants.length > 0 && grants.every(({ by }) => by === 'case-key' || by === 'holder'))
    return { allow: false, code: 'case-key-required', facts: { deed } };
  const key = records.find('key', actor.kid);
  if (key === undefined) return { allow: false, code: 'key-unknown', facts: {} };
  if (key.status !== 'active') return { allow: false, code: 'key-revoked', facts: { org: key.org } };
  const holds = (role: string): boolean =>
    holdsRole(records, { kid: actor.kid, key, org: key.org, role: role as Role }, actor.atMs);
  const circumstances: Circumstances = { actor, resource, records, holds, former: formerKeysOf(records, key) };
  const own = ruleBook(records, key.org);
  const denied =
    findRule(ruleBook(records, '').denying(deed, resource.org), circumstances) ??
    findRule(own.denying(deed, resource.org), circumstances);
  if (denied !== undefined) return deniedBy(denied, question);
  const granted = findGrant(grants, question, { key, holds, records });
  if (granted !== undefined) return granted;
  const allowed = canBeAllowed(deed) ? findRule(own.allowing(deed, resource.org), circumstances) : undefined;
  if (allowed !== undefined) return { allow: true, because: { by: 'rule', rule: allowed.id, org: key.org } };
  return { allow: false, code: 'access-denied', facts: factsOf(question) };
}

interface Colleague {
  readonly key: KeyRecord;
  readonly holds: (role: string) => boolean;
  readonly records: RecordFinder;
}

function findGrant(
  grants: readonly Grant[],
  { actor, resource }: Question,
  { key, holds, records }: Colleague,
): AccessDecision | undefined {
  for (const grant of grants) {
    if (grant.by === 'registered') return { allow: true, because: { by: 'registered', org: key.org } };
    if (grant.by === 'emergency') {
      if (isInEmergency(records, actor, resource)) return { allow: true, because: { by: 'emergency', org: key.org } };
    } else if ('role' in grant) {
      const org = organisationOf(grant, resource, key);
      if (org !== key.org || !holds(grant.role)) continue;
      return { allow: true, because: { by: 'role', role: grant.role, org } };
    }
  }
  return undefined;
}

function isInEmergency(records: RecordFinder, { kid, atMs }: Actor, resource: Resource): boolean {
  const record =
    resource.case === undefined ? undefined : records.find('emergency', `${handOf(records, kid)}/${resource.case}`);
  return record !== undefined && atMs < record.until;
}

function findRule(rules: readonly StoredRule[], circumstances: Circumstances): StoredRule | undefined {
  return rules.length === 0 ? undefined : rules.find((rule) => ruleHolds(rule, circumstances));
}

function deniedBy({ id }: StoredRule, question: Question): AccessDecision {
  return { allow: false, code: 'access-denied', facts: { ...factsOf(question), rule: id } };
}

function factsOf({ deed, resource }: Question): { readonly deed: string; readonly org?: string } {
  return { deed, ...(resource.org === undefined ? {} : { org: resource.org }) };
}

function organisationOf(grant: Grant, resource: Resource, key: KeyRecord): string | undefined {
  if (grant.by === 'platform-role') return PLATFORM;
  if (grant.by === 'any-role') return key.org;
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
