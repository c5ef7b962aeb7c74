import { randomId } from '@minglu/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { tellMissing } from '../../forms/tell-missing.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { type CloseAnswers, closeProblems, closeWay } from './close-answers.ts';
import { HeldLicencePage } from './HeldLicencePage.tsx';
import type { HeldLicence } from './held-licence.ts';
import { keepMatter } from './keep-matter.ts';
import { signByKey } from './sign-by-key.ts';

/** 注销: which way is open is found out by three questions; the short one needs no paper, the ordinary one a tax clearance. */
export function ClosePage() {
  return <HeldLicencePage title="licenceDesk.close">{({ held }) => <CloseForm held={held} />}</HeldLicencePage>;
}

function CloseForm({ held }: { readonly held: HeldLicence }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { number, stored, licence } = held;
  const [answers, setAnswers] = useState<CloseAnswers>({
    debts: undefined,
    barred: undefined,
    clearance: '',
    approval: '',
  });
  const way = closeWay(answers, licence);
  const missing = closeProblems(answers, licence);
  const sending = useAttempt(async () => {
    if (way === 'short') await signByKey({ kid: stored.kid, deed: 'licences.announce-closing', body: { number } });
    navigate(
      way === 'short' ? `/cases/${stored.id}/licence` : `/cases/${await apply(held, answers, query.get('anew'))}`,
    );
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`closing.missing.${field}`));
  const isTakenAway = licence.status === 'annulled' || licence.status === 'revoked';
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      {!isTakenAway && (
        <>
          <Choices
            id="close-debts"
            legend={t('closing.debts')}
            problem={problemOf('close-debts')}
            choices={['settled', 'open'].map((value) => ({ value, label: t(`closing.debtsAre.${value}`) }))}
            value={answers.debts}
            onChange={(debts) => setAnswers({ ...answers, debts })}
          />
          <Choices
            id="close-barred"
            legend={t('closing.barred')}
            problem={problemOf('close-barred')}
            choices={['none', 'some'].map((value) => ({
              value,
              label: t(`closing.barredBy.${value}`),
              hint: t(`closing.barredHint.${value}`),
            }))}
            value={answers.barred}
            onChange={(barred) => setAnswers({ ...answers, barred })}
          />
        </>
      )}
      {way === 'short' && (
        <Notice tone="good" title={t('closing.short')}>
          <p>{t('closing.shortWords')}</p>
        </Notice>
      )}
      {way === 'ordinary' && <Ordinary answers={answers} change={setAnswers} problemOf={problemOf} />}
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button grave" disabled={sending.busy}>
          {t(way === 'short' ? 'closing.goShort' : 'closing.go')}
        </button>
      </div>
    </form>
  );
}

/** The ordinary procedure: an application of its own; gives its case. */
async function apply(held: HeldLicence, { clearance, approval }: CloseAnswers, anew: string | null): Promise<string> {
  const { number, stored, licence } = held;
  const id = randomId();
  const sealed = { 'tax-clearance': clearance, ...(approval.trim() === '' ? {} : { 'closing-approval': approval }) };
  const body = { number, reason: 'HOLDER-DECIDED', ...(anew === null ? {} : { previous: anew }) };
  await signByKey({ kid: stored.kid, id, deed: 'licences.apply-closing', body, sealed, organ: licence.organ });
  await keepMatter(id, held);
  return id;
}

interface OrdinaryProps {
  readonly answers: CloseAnswers;
  readonly change: (answers: CloseAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
}

function Ordinary({ answers, change, problemOf }: OrdinaryProps) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="brand" title={t('closing.ordinary')}>
        <p>{t('closing.ordinaryWords')}</p>
      </Notice>
      <TextField
        id="close-clearance"
        label={t('closing.clearance')}
        hint={t('closing.clearanceHint')}
        problem={problemOf('close-clearance')}
        value={answers.clearance}
        maxLength={80}
        onChange={(clearance) => change({ ...answers, clearance })}
      />
      <TextField
        id="close-approval"
        label={t('closing.approval')}
        hint={t('closing.approvalHint')}
        value={answers.approval}
        maxLength={80}
        onChange={(approval) => change({ ...answers, approval })}
      />
    </>
  );
}
