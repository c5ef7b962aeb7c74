import { Checkboxes } from '../../forms/Checkboxes.tsx';
import { SelectField } from '../../forms/SelectField.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { usePurposeWords } from './purpose-words.ts';
import { HIGHEST_ASSURANCE, HIGHEST_GRADE, type RuleDraft, rulePurposes } from './rule-draft.ts';

interface RuleConditionsProps {
  readonly draft: RuleDraft;
  readonly problemOf: (field: string) => string | undefined;
  readonly change: (draft: RuleDraft) => void;
}

const LIMITS = [
  { name: 'grade', highest: HIGHEST_GRADE, least: 'gradeLeast', most: 'gradeMost' },
  { name: 'assurance', highest: HIGHEST_ASSURANCE, least: 'assuranceLeast', most: 'assuranceMost' },
] as const;

const FIELDS = ['rule-grade-least', 'rule-assurance-least', 'rule-keys'];

/** 分级、用途、登录等级、密钥: what a rule narrows down by beside place and time. Each left empty is not asked about. */
export function RuleConditions({ draft, problemOf, change }: RuleConditionsProps) {
  const { t } = useTranslation();
  const purposeName = usePurposeWords();
  // What is wrong is not left behind a closed door.
  const isWrong = FIELDS.some((field) => problemOf(field) !== undefined);
  return (
    <details {...(isWrong ? { open: true } : {})}>
      <summary>{t('ruleConditions.title')}</summary>
      {LIMITS.map(({ name, highest, least, most }) => (
        <fieldset key={name} className="field">
          <legend>{t(`ruleConditions.${name}`)}</legend>
          <p className="hint">{t(`ruleConditions.${name}Hint`)}</p>
          {([least, most] as const).map((end, at) => (
            <SelectField
              key={end}
              id={`rule-${name}-${at === 0 ? 'least' : 'most'}`}
              label={t(at === 0 ? 'ruleConditions.least' : 'ruleConditions.most')}
              problem={at === 0 ? problemOf(`rule-${name}-least`) : undefined}
              empty={t('ruleConditions.any')}
              options={Array.from({ length: highest }, (_, place) => ({
                value: String(place + 1),
                label: t(`ruleConditions.${name}s.${place + 1}`),
              }))}
              value={draft[end]}
              onChange={(value) => change({ ...draft, [end]: value })}
            />
          ))}
        </fieldset>
      ))}
      <Checkboxes
        id="rule-purposes"
        legend={t('ruleConditions.purposes')}
        hint={t('ruleConditions.purposesHint')}
        choices={rulePurposes.map((value) => ({ value, label: purposeName(value) }))}
        picked={draft.purposes}
        onChange={(purposes) => change({ ...draft, purposes })}
      />
      <TextField
        id="rule-keys"
        label={t('ruleConditions.keys')}
        hint={t('ruleConditions.keysHint')}
        problem={problemOf('rule-keys')}
        value={draft.keys}
        onChange={(keys) => change({ ...draft, keys })}
        lines={3}
        maxLength={3000}
      />
    </details>
  );
}
