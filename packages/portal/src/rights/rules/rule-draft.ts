import type { FieldProblem } from '../../forms/ErrorSummary.tsx';
import { endOfDay } from '../end-of-right.ts';
import { minuteOf } from './clock-time.ts';
import type { Rule } from './rules-query.ts';

/** What stands in the form; empty where nothing was said. */
export interface RuleDraft {
  readonly effect: 'allow' | 'deny';
  /** Whose keys; empty for everybody's. */
  readonly org: string;
  readonly deeds: readonly string[];
  readonly organ: string;
  /** That organisation and all below it. */
  readonly isTree: boolean;
  readonly roles: readonly string[];
  /** Digits of a division. */
  readonly region: string;
  readonly service: string;
  /** `HH:MM`, both or none. */
  readonly hoursFrom: string;
  readonly hoursTo: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly day: string;
}

export const emptyRule: RuleDraft = {
  effect: 'allow',
  org: '',
  deeds: [],
  organ: '',
  isTree: false,
  roles: [],
  region: '',
  service: '',
  hoursFrom: '',
  hoursTo: '',
  day: '',
};

/** Message keys of what is wrong, as the chain would have it. */
export function ruleProblems(draft: RuleDraft, nowMs: number): readonly FieldProblem[] {
  const { effect, org, deeds, organ, hoursFrom, hoursTo, day } = draft;
  const problems: FieldProblem[] = [];
  if (deeds.length === 0) problems.push({ field: 'rule-deeds', words: 'rules.missing.deeds' });
  if (effect === 'allow' && org === '') problems.push({ field: 'rule-org', words: 'rules.missing.org' });
  if (effect === 'allow' && organ === '') problems.push({ field: 'rule-organ', words: 'rules.missing.organ' });
  const [least, most] = [minuteOf(hoursFrom), minuteOf(hoursTo)];
  const isHalf = (hoursFrom === '') !== (hoursTo === '');
  const isBad = hoursFrom !== '' && (least === undefined || most === undefined || least > most);
  if (isHalf || isBad) problems.push({ field: 'rule-hours-from', words: 'rules.missing.hours' });
  if (day !== '' && !(endOfDay(day) > nowMs)) problems.push({ field: 'rule-day', words: 'rights.missing.until' });
  return problems;
}

/** The rule as the chain takes it. */
export function ruleOf(draft: RuleDraft): Rule {
  const { effect, deeds, organ, isTree, roles, region, service, day } = draft;
  const [least, most] = [minuteOf(draft.hoursFrom), minuteOf(draft.hoursTo)];
  return {
    effect,
    deeds: [...deeds],
    ...(roles.length === 0 ? {} : { roles: [...roles] }),
    ...(organ === '' || isTree ? {} : { organs: [organ] }),
    ...(organ !== '' && isTree ? { below: organ } : {}),
    ...(region === '' ? {} : { regions: [region] }),
    ...(service === '' ? {} : { services: [service] }),
    ...(least === undefined || most === undefined ? {} : { hours: { least, most } }),
    ...(day === '' ? {} : { until: endOfDay(day) }),
  };
}
