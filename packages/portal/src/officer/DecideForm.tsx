import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Choices } from '../forms/Choices.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseMatter } from '../server/ledger.ts';
import type { Service } from '../server/service.ts';
import { type Act, act } from './act.ts';
import { DecisionReasons } from './DecisionReasons.tsx';
import { type DecideAnswers, decideProblems } from './decide-problems.ts';
import type { Officer } from './use-officer.ts';

interface DecideFormProps {
  readonly id: string;
  readonly officer: Officer;
  readonly service: Service;
  /** Where it is about a licence that is there: 准予变更 is not 准予登记. */
  readonly matter?: CaseMatter['kind'] | undefined;
  readonly decided: () => void;
}

/** 准予, 一次性告知 or 不予: a refusal needs a reason from the law's list and words to the applicant. */
export function DecideForm({ id, officer, service, matter, decided }: DecideFormProps) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<DecideAnswers>({
    decision: undefined,
    reason: undefined,
    words: '',
    points: [],
  });
  const missing = decideProblems(answers);
  const sending = useAttempt(async () => {
    await act(officer, decisionOn(id, answers, service));
    decided();
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`decide.missing.${field}`));
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <h2>{t('decide.title')}</h2>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id="decision"
        legend={t('decide.decision')}
        problem={problemOf('decision')}
        choices={choicesOf(service).map((value) => ({
          value,
          label: t(wordsOf(value, matter, service)),
          hint: t(`${wordsOf(value, matter, service)}Hint`),
        }))}
        value={answers.decision}
        onChange={(decision) => setAnswers({ ...answers, decision })}
      />
      {(answers.decision === 'return' || answers.decision === 'refuse') && (
        <DecisionReasons service={service} answers={answers} change={setAnswers} problemOf={problemOf} />
      )}
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('decide.go')}
        </button>
      </div>
    </form>
  );
}

/** A return is the same whatever comes back; a permit has its own law and words (行政许可法 32, 38). */
function wordsOf(value: string, matter: CaseMatter['kind'] | undefined, { isRegistration }: Service): string {
  if (!isRegistration) return `permitDecisions.${value}`;
  return matter === undefined || value === 'return' ? `decide.${value}` : `matterDecisions.${matter}-${value}`;
}

/** 一次性告知 only where the service publishes what may be missing. */
function choicesOf({ points = [] }: Service): readonly string[] {
  return points.length > 0 ? ['grant', 'return', 'refuse'] : ['grant', 'refuse'];
}

/**
 * The deed; whatever is not exactly a grant or a return goes out as a refusal. Without a key to seal to, it goes without words and
 * the chain turns it away: never in the clear, and never the opposite of what was chosen.
 */
function decisionOn(id: string, { decision, reason, words, points }: DecideAnswers, { sealingKey }: Service): Act {
  if (decision === 'grant') return { deed: 'cases.decide', body: { case: id, decision } };
  const deed =
    decision === 'return'
      ? { deed: 'cases.supplement', body: { case: id, points } }
      : { deed: 'cases.decide', body: { case: id, decision: 'refuse', reason: reason ?? '' } };
  return sealingKey === undefined ? deed : { ...deed, words: { text: words.trim(), sealTo: sealingKey } };
}
