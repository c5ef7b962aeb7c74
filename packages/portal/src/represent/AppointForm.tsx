import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Checkboxes } from '../forms/Checkboxes.tsx';
import { Choices } from '../forms/Choices.tsx';
import { DateField } from '../forms/DateField.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useSession } from '../session/session.ts';
import type { StoredCase } from '../store/case-store.ts';
import { AgentCodeField } from './AgentCodeField.tsx';
import { appoint } from './appoint.ts';
import { type AppointAnswers, appointProblems, noAnswers } from './appoint-answers.ts';
import { type MandateForm, mandateForms, needsRelation, type Power, powersFor, usualPowers } from './powers.ts';

interface AppointFormProps {
  readonly stored: StoredCase;
  readonly isRegistration: boolean;
  readonly close: () => void;
  readonly done: () => void;
}

/** 授权委托书载明代理人、代理事项、权限和期限 (民法典 165): who, what, how far, until when, and the holder's signature. */
export function AppointForm({ stored, isRegistration, close, done }: AppointFormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [answers, setAnswers] = useState(noAnswers);
  const { form, code, name, powers, until } = answers;
  const wrong = appointProblems(answers, Date.now());
  const sending = useAttempt(async () => {
    await appoint(stored, answers, session);
    done();
  });
  const isTold = sending.attempt > 0;
  const problems = isTold ? wrong.map(([field, problem]) => ({ field, words: t(`represent.missing.${problem}`) })) : [];
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.words;
  const isReady = wrong.length === 0 && !(needsRelation(form) && session === undefined);
  function choose(value: MandateForm): void {
    setAnswers({ ...answers, form: value, powers: usualPowers(value, isRegistration) });
  }
  return (
    <form noValidate className="measure" onSubmit={sending.submit(isReady)}>
      <h2>{t('represent.new')}</h2>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <WhoActs stored={stored} answers={answers} problem={problemOf('appoint-form')} choose={choose} />
      <AgentCodeField
        value={code}
        problem={problemOf('appoint-code')}
        change={(next) => setAnswers({ ...answers, code: next })}
      />
      <TextField
        id="appoint-name"
        label={t('represent.name')}
        hint={t('represent.nameHint')}
        problem={problemOf('appoint-name')}
        value={name}
        maxLength={40}
        onChange={(next) => setAnswers({ ...answers, name: next })}
      />
      <Checkboxes
        id="appoint-powers"
        legend={t('represent.may')}
        hint={t('represent.mayHint')}
        problem={problemOf('appoint-powers')}
        choices={powersFor(isRegistration).map((value) => ({ value, label: t(`represent.powers.${value}`) }))}
        picked={powers}
        onChange={(next) => setAnswers({ ...answers, powers: next as readonly Power[] })}
      />
      <DateField
        id="appoint-until"
        label={t('represent.lastDay')}
        hint={t('represent.lastDayHint')}
        problem={problemOf('appoint-until')}
        value={until}
        onChange={(next) => setAnswers({ ...answers, until: next })}
      />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('represent.go')}
        </button>
        <button type="button" className="button second" onClick={close}>
          {t('represent.leave')}
        </button>
      </div>
    </form>
  );
}

interface WhoActsProps {
  readonly stored: StoredCase;
  readonly answers: AppointAnswers;
  readonly problem: string | undefined;
  readonly choose: (form: MandateForm) => void;
}

/** As what somebody acts, and what has to be attested for it. */
function WhoActs({ stored, answers: { form }, problem, choose }: WhoActsProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  return (
    <>
      <Choices
        id="appoint-form"
        legend={t('represent.form')}
        problem={problem}
        choices={mandateForms.map((value) => ({
          value,
          label: t(`represent.forms.${value}`),
          hint: t(`represent.formHints.${value}`),
        }))}
        value={form}
        onChange={(value) => choose(mandateForms.find((one) => one === value) ?? 'handler')}
      />
      {needsRelation(form) && (
        <Notice tone={session === undefined ? 'warn' : 'brand'} title={t('represent.attested')}>
          <p>{t('represent.attestedWords')}</p>
          {session === undefined && (
            <p>
              <Link to="/sign-in" state={{ from: `/cases/${stored.id}/agents` }}>
                {t('demo.signIn')}
              </Link>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}
