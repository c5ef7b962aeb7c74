import type { StoredRule } from '../../access/rule.ts';
import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { Draft } from '../../state/draft.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import { hashOfRules } from './rule-shapes.ts';

/** Rules about the keys of one organisation, or about everybody's; the list is read when it has changed and then never. */
const MAX_RULES = 256;

/** Rules in force or still to come; those that are over are left behind when the list is written next. */
export function rulesOf(records: RecordFinder, org: string, timeMs: number): readonly StoredRule[] {
  const rules = records.find('rules', org)?.rules ?? [];
  return rules.filter(({ until }) => until === undefined || until > timeMs);
}

export function rulesHaveRoom(org: string, { records, timeMs }: DeedContext): Refusal | undefined {
  return rulesOf(records, org, timeMs).length < MAX_RULES ? undefined : refuse('rules-full', { org, most: MAX_RULES });
}

/** Puts a list in place and its hash where decisions look first. `org` is empty for everybody's. */
export function writeRules(draft: Draft, org: string, rules: readonly StoredRule[], { hash }: DeedContext): void {
  const name = hashOfRules(rules, hash);
  draft.write('rules', org, { rules });
  if (org === '') draft.write('access', '', { rules: name });
  else draft.write('org', org, { ...draft.get('org', org), rules: name });
}
