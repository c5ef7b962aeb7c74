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
  /** Digits of the lowest and the highest, either of them or none. */
  readonly gradeLeast: string;
  readonly gradeMost: string;
  readonly assuranceLeast: string;
  readonly assuranceMost: string;
  readonly purposes: readonly string[];
  /** Thumbprints, with anything between them. */
  readonly keys: string;
}

/** What officers say that they open or look for something for. */
export const rulePurposes = [
  ...['review', 'verify', 'contact', 'supervise', 'complaint'],
  ...['handling-a-case', 'at-the-counter', 'inspection'],
] as const;
export const HIGHEST_GRADE = 4;
export const HIGHEST_ASSURANCE = 3;
const MOST_KEYS = 64;
const KEY = /^[\w-]{43}$/;

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
  gradeLeast: '',
  gradeMost: '',
  assuranceLeast: '',
  assuranceMost: '',
  purposes: [],
  keys: '',
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
  if (isBackwards(draft.gradeLeast, draft.gradeMost))
    problems.push({ field: 'rule-grade-least', words: 'ruleConditions.backwards' });
  if (isBackwards(draft.assuranceLeast, draft.assuranceMost))
    problems.push({ field: 'rule-assurance-least', words: 'ruleConditions.backwards' });
  const keys = keysIn(draft.keys);
  if (keys.length > MOST_KEYS || !keys.every((key) => KEY.test(key)))
    problems.push({ field: 'rule-keys', words: 'ruleConditions.keysWrong' });
  if (day !== '' && !(endOfDay(day) > nowMs)) problems.push({ field: 'rule-day', words: 'rights.missing.until' });
  return problems;
}

function isBackwards(least: string, most: string): boolean {
  return least !== '' && most !== '' && Number(least) > Number(most);
}

function keysIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter((key) => key !== ''))];
}

/** Both ends, of which one may have been left open; undefined where nothing was said. */
function rangeOf(least: string, most: string, highest: number): { least: number; most: number } | undefined {
  if (least === '' && most === '') return undefined;
  return { least: least === '' ? 1 : Number(least), most: most === '' ? highest : Number(most) };
}

/** The rule as the chain takes it. */
export function ruleOf(draft: RuleDraft): Rule {
  const { effect, deeds, organ, isTree, roles, region, service, day, purposes } = draft;
  const grades = rangeOf(draft.gradeLeast, draft.gradeMost, HIGHEST_GRADE);
  const assurance = rangeOf(draft.assuranceLeast, draft.assuranceMost, HIGHEST_ASSURANCE);
  const keys = keysIn(draft.keys);
  const [least, most] = [minuteOf(draft.hoursFrom), minuteOf(draft.hoursTo)];
  return {
    effect,
    deeds: [...deeds],
    ...(roles.length === 0 ? {} : { roles: [...roles] }),
    ...(organ === '' || isTree ? {} : { organs: [organ] }),
    ...(organ !== '' && isTree ? { below: organ } : {}),
    ...(region === '' ? {} : { regions: [region] }),
    ...(service === '' ? {} : { services: [service] }),
    ...(keys.length === 0 ? {} : { keys: [...keys] }),
    ...(grades === undefined ? {} : { grades }),
    ...(purposes.length === 0 ? {} : { purposes: [...purposes] }),
    ...(assurance === undefined ? {} : { assurance }),
    ...(least === undefined || most === undefined ? {} : { hours: { least, most } }),
    ...(day === '' ? {} : { until: endOfDay(day) }),
  };
}
