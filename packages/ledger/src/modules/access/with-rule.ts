import { sha256 } from '@minglu/protocol';
import type { AccessRule } from '../../access/rule.ts';
import type { RefusalCode } from '../../refusals.ts';
import { recordKey } from '../../state/record-key.ts';
import { recordsOf } from '../../state/records-of.ts';
import type { StateReader } from '../../state/state-reader.ts';
import { hashOfRules, ruleProblem } from './rule-shapes.ts';
import { rulesOf } from './write-rules.ts';

/** A change of the rules that somebody thinks of. `org`: whose keys it is about; everybody's where it is not said. */
export interface RuleChange {
  readonly org?: string;
  readonly rule?: AccessRule;
  /** Id of the rule that is to go. */
  readonly withdraw?: string;
}

/** State as it would be with the change in force; for a look at what it does, before anybody proposes it. */
export function withRule(
  state: Pick<StateReader, 'get'>,
  { org = '', rule, withdraw }: RuleChange,
  atMs: number,
): Pick<StateReader, 'get'> {
  const records = recordsOf(state);
  const standing = rulesOf(records, org, atMs).filter(({ id }) => id !== withdraw);
  const rules = rule === undefined ? standing : [...standing, { ...rule, id: 'tried', by: [] }];
  const name = { rules: hashOfRules(rules, sha256) };
  const holder = org === '' ? 'access' : `org/${org}`;
  const record = org === '' ? name : { ...records.find('org', org), ...name };
  const changed = new Map([
    [recordKey('rules', org), JSON.stringify({ rules })],
    [holder, JSON.stringify(record)],
  ]);
  return { get: (key) => changed.get(key) ?? state.get(key) };
}

/** The code with which the chain would refuse to have such a rule put up; undefined where it would not. */
export function problemOfRule(rule: AccessRule, org?: string): RefusalCode | undefined {
  return ruleProblem(rule, org)?.refused;
}
