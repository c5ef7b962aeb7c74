import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { useAct } from '../../officer/use-act.ts';
import type { Officer } from '../../officer/use-officer.ts';
import { RuleDifference } from './RuleDifference.tsx';
import { RuleFields } from './RuleFields.tsx';
import { RuleWords } from './RuleWords.tsx';
import { emptyRule, type RuleDraft, ruleOf, ruleProblems } from './rule-draft.ts';
import type { RulesAnswer } from './rules-query.ts';

interface ProposeRuleProps {
  readonly officer: Officer;
  readonly deeds: RulesAnswer['deeds'];
  readonly changed: () => void;
}

/** First what it says in plain words and whom it would touch; only then is it signed. */
export function ProposeRule({ officer, deeds, changed }: ProposeRuleProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RuleDraft>(emptyRule);
  const [attempt, setAttempt] = useState(0);
  const [isShown, setShown] = useState(false);
  const { busy, error, sign } = useAct(officer, () => {
    setDraft(emptyRule);
    setAttempt(0);
    setShown(false);
    changed();
  });
  const found = ruleProblems(draft, Date.now());
  const problems = attempt === 0 ? [] : found.map((one) => ({ ...one, words: t(one.words) }));
  const whose = draft.org === '' ? {} : { org: draft.org };
  function look(event: React.SyntheticEvent): void {
    event.preventDefault();
    setAttempt(attempt + 1);
    setShown(found.length === 0);
  }
  return (
    <form noValidate className="counter-form" onSubmit={look}>
      <h2>{t('rules.propose')}</h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      <RuleFields
        draft={draft}
        deeds={deeds}
        problemOf={(field) => problems.find((one) => one.field === field)?.words}
        change={(next) => {
          setDraft(next);
          setShown(false);
        }}
      />
      <div className="actions">
        <button type="submit" className={isShown ? 'button second' : 'button'}>
          {t('rules.look')}
        </button>
      </div>
      {isShown && found.length === 0 && (
        <section aria-labelledby="rule-effect" aria-live="polite">
          <h3 id="rule-effect">{t('rules.effectTitle')}</h3>
          <RuleWords rule={ruleOf(draft)} org={whose.org} />
          <RuleDifference officer={officer} change={{ ...whose, rule: ruleOf(draft) }} />
          <div className="actions">
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => void sign({ deed: 'access.propose-rule', body: { ...whose, rule: ruleOf(draft) } })}
            >
              {t('rules.sign')}
            </button>
          </div>
        </section>
      )}
      {error !== undefined && <Failure error={error} />}
    </form>
  );
}
