import { Checkboxes } from '../../forms/Checkboxes.tsx';
import { FieldError } from '../../forms/FieldError.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { useRightsWords } from '../use-rights-words.ts';
import type { RulesAnswer } from './rules-query.ts';

interface DeedChoiceProps {
  readonly deeds: RulesAnswer['deeds'];
  readonly effect: 'allow' | 'deny';
  readonly picked: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (picked: readonly string[]) => void;
}

/** Rules about rules, and about the trail, are not made: nobody could mend them. */
const CLOSED: ReadonlySet<string> = new Set(['access', 'audit']);

/** What a rule is about, by family; one that allows offers only what officers do by a role. */
export function DeedChoice({ deeds, effect, picked, problem, onChange }: DeedChoiceProps) {
  const { t } = useTranslation();
  const { deedName } = useRightsWords();
  const offered = deeds.filter(({ name, allowable }) => (effect === 'allow' ? allowable : !CLOSED.has(familyOf(name))));
  const families = [...new Set(offered.map(({ name }) => familyOf(name)))];
  return (
    <fieldset className="field" id="rule-deeds" tabIndex={-1}>
      <legend>{t('rules.deeds')}</legend>
      <FieldError id="rule-deeds" problem={problem} />
      {families.map((family) => {
        const own = offered.filter(({ name }) => familyOf(name) === family);
        const count = own.filter(({ name }) => picked.includes(name)).length;
        return (
          <details className="family" key={family}>
            <summary>
              {t(`rules.families.${family}`, { defaultValue: family })}
              {count > 0 && ` ${t('rules.picked', { count })}`}
            </summary>
            <Checkboxes
              id={`rule-deeds-${family}`}
              legend={t(`rules.families.${family}`, { defaultValue: family })}
              choices={own.map(({ name }) => ({ value: name, label: deedName(name) }))}
              picked={picked}
              onChange={onChange}
            />
          </details>
        );
      })}
    </fieldset>
  );
}

function familyOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
