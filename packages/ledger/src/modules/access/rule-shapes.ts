import { base64urlEncode, type HashFunction, utf8Encode } from '@minglu/protocol';
import { accessRules, canBeAllowed } from '../../access/access-rules.ts';
import type { AccessRule, StoredRule } from '../../access/rule.ts';
import { familyOf } from '../../access/rule-book.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, id, instant, reasonCode, role } from '../../shape/ids.ts';
import { members, optional, type RequiredShape } from '../../shape/shape.ts';
import { oneOf, pattern } from '../../shape/texts.ts';
import { integer, listOf } from '../../shape/values.ts';

/** Members of one list in a rule. */
const MAX_MEMBERS = 64;
const MINUTES = 1_440;

/** A deed's or read's name, or a family's: `cases.*`. */
const deedOrFamily = pattern(/^[a-z]{1,20}\.(\*|[a-z-]{1,40})$/);
/** A division by its own digits, GB/T 2260: of a province, a city or a district. */
const division = pattern(/^[1-9][0-9]([0-9]{2}){0,2}$/);
const some = (item: RequiredShape<string>) => optional(listOf(item, 1, MAX_MEMBERS));
const range = (least: number, most: number) =>
  optional(members({ least: integer(least, most), most: integer(least, most) }));

export const ruleShape = members({
  effect: oneOf('allow', 'deny'),
  deeds: listOf(deedOrFamily, 1, MAX_MEMBERS),
  roles: some(role),
  keys: some(digest),
  organs: some(id),
  below: optional(id),
  regions: some(division),
  services: some(id),
  grades: range(1, 4),
  purposes: some(reasonCode),
  assurance: range(1, 3),
  hours: range(0, MINUTES - 1),
  from: optional(instant),
  until: optional(instant),
}) as RequiredShape<AccessRule & Record<string, never>> as RequiredShape<AccessRule>;

/**
 * What a rule may not say. To allow, it names whose keys it is about and whose cases, and only what officers do by a
 * role. To deny, it may be about everybody, but never about the rules themselves: nobody could mend it then.
 */
export function ruleProblem(rule: AccessRule, org: string | undefined): Refusal | undefined {
  const unknown = rule.deeds.find((deed) => !isKnown(deed));
  if (unknown !== undefined) return refuse('rule-unfit', { deed: unknown });
  const unfit = rule.effect === 'deny' ? rule.deeds.find(isAboutRules) : rule.deeds.find((deed) => !mayAllow(deed));
  if (unfit !== undefined) return refuse('rule-unfit', { deed: unfit });
  if (rule.effect === 'deny') return undefined;
  if (org === undefined) return refuse('rule-unfit', { member: 'org' });
  return rule.organs === undefined && rule.below === undefined ? refuse('rule-unfit', { member: 'organs' }) : undefined;
}

function isKnown(deed: string): boolean {
  return deed.endsWith('.*') ? namesOf(deed).length > 0 : accessRules.has(deed);
}

function isAboutRules(deed: string): boolean {
  return deed.startsWith('access.');
}

function mayAllow(deed: string): boolean {
  return deed.endsWith('.*') ? namesOf(deed).some(canBeAllowed) : canBeAllowed(deed);
}

function namesOf(family: string): string[] {
  return [...accessRules.keys()].filter((name) => familyOf(name) === family);
}

/** The name of a list: whoever has met it need not read it again. */
export function hashOfRules(rules: readonly StoredRule[], hash: HashFunction): string {
  return base64urlEncode(hash(utf8Encode(JSON.stringify(rules))));
}
