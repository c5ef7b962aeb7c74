import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { useRegions } from '../../server/use-regions.ts';
import { useRightsWords } from '../use-rights-words.ts';
import { clockTime } from './clock-time.ts';
import { usePurposeWords } from './purpose-words.ts';
import type { Rule } from './rules-query.ts';

interface RuleWordsProps {
  readonly rule: Rule;
  /** Whose keys it is about; everybody's where it is not said. */
  readonly org?: string | undefined;
}

/** A rule in plain sentences: who, what, where, and when; all of them together. */
export function RuleWords({ rule, org }: RuleWordsProps) {
  const sentences = useSentences(rule, org);
  return (
    <ul className="rule-words">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function useSentences(rule: Rule, org: string | undefined): readonly string[] {
  const { t } = useTranslation();
  const words = useRightsWords();
  const format = useFormat();
  const purposeName = usePurposeWords();
  const { nameOf } = useRegions();
  const say = (key: string, names: readonly string[] | undefined) =>
    names === undefined ? [] : [t(`rules.is.${key}`, { names: words.list(names) })];
  const range = (key: string, given: { readonly least: number; readonly most: number } | undefined) =>
    given === undefined ? [] : [t(`rules.is.${key}`, { ...given })];
  const division = (code: string) => nameOf(code.padEnd(6, '0'));
  const hours = rule.hours;
  return [
    t(`rules.is.${rule.effect}`, {
      who: org === undefined ? t('rules.everybody') : words.orgName(org),
      deeds: words.list(rule.deeds.map(words.deedName)),
    }),
    ...say('roles', rule.roles?.map(words.roleName)),
    ...(rule.keys === undefined ? [] : [t('rules.is.keys', { count: rule.keys.length })]),
    ...say('organs', rule.organs?.map(words.orgName)),
    ...(rule.below === undefined ? [] : say('below', [words.orgName(rule.below)])),
    ...say('regions', rule.regions?.map(division)),
    ...say(
      'services',
      rule.services?.map((id) => t(`rights.services.${id}`, { defaultValue: id })),
    ),
    ...range('grades', rule.grades),
    ...say('purposes', rule.purposes?.map(purposeName)),
    ...range('assurance', rule.assurance),
    ...(hours === undefined ? [] : [t('rules.is.hours', { from: clockTime(hours.least), to: clockTime(hours.most) })]),
    ...(rule.from === undefined ? [] : [t('rules.is.from', { time: format.time(rule.from) })]),
    ...(rule.until === undefined ? [] : [t('rules.is.until', { time: format.time(rule.until) })]),
  ];
}
