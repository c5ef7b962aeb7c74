import { randomId } from '@minglu/sdk';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { tellMissing } from '../../forms/tell-missing.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useTranslation } from '../../language/use-translation.ts';
import type { Service } from '../../server/service.ts';
import { type CloseAnswers, closeProblems, closeWay } from './close-answers.ts';
import { HeldLicencePage } from './HeldLicencePage.tsx';
import type { HeldLicence } from './held-licence.ts';
import { keepMatter } from './keep-matter.ts';
import { MatterPathChoice } from './MatterPathChoice.tsx';
import { signByKey } from './sign-by-key.ts';
import { type Attested, useAttestedMatter } from './use-attested-matter.ts';

/** 注销: which way is open is found out by two questions; the short one needs a promise, the ordinary one a tax clearance. */
export function ClosePage() {
  return (
    <HeldLicencePage title="licenceDesk.close">
      {({ held, service }) => <CloseForm held={held} service={service} />}
    </HeldLicencePage>
  );
}

function CloseForm({ held, service }: { readonly held: HeldLicence; readonly service: Service }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { number, stored, licence } = held;
  const [answers, setAnswers] = useState<CloseAnswers>({
    debts: undefined,
    barred: undefined,
    clearance: '',
    approval: '',
    path: stored.represented === undefined ? undefined : 'manual',
  });
  const attest = useAttestedMatter(held, service);
  const isAttested = service.matterAttesters !== undefined;
  const way = closeWay(answers, licence);
  const missing = closeProblems(answers, licence, isAttested);
  const sending = useAttempt(async () => {
    if (way === 'short') {
      const body = { number, debts: answers.debts === 'none' ? 'none' : 'settled' };
      await signByKey({ kid: stored.kid, deed: 'licences.announce-closing', body });
      navigate(`/cases/${stored.id}/licence`);
      return;
    }
    const id = randomId();
    const attested = await attest({ kind: 'closing', id, organ: licence.organ });
    await apply(held, answers, { id, attested, anew: query.get('anew') });
    navigate(`/cases/${id}`);
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`closing.missing.${field}`));
  const isTakenAway = licence.status === 'annulled' || licence.status === 'revoked';
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      {!isTakenAway && <Questions answers={answers} change={setAnswers} problemOf={problemOf} />}
      {way === 'short' && (
        <Notice tone="good" title={t('closing.short')}>
          <p>{t('closing.shortWords')}</p>
        </Notice>
      )}
      {way === 'ordinary' && (
        <Ordinary answers={answers} change={setAnswers} problemOf={problemOf} isAttested={isAttested} />
      )}
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button grave" disabled={sending.busy}>
          {t(way === 'short' ? 'closing.goShort' : 'closing.go')}
        </button>
      </div>
    </form>
  );
}

interface QuestionsProps {
  readonly answers: CloseAnswers;
  readonly change: (answers: CloseAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
}

/** What the statute makes the short procedure depend on (条例 33, 实施细则 48). */
function Questions({ answers, change, problemOf }: QuestionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choices
        id="close-debts"
        legend={t('closing.debts')}
        problem={problemOf('close-debts')}
        choices={['none', 'settled', 'open'].map((value) => ({ value, label: t(`closing.debtsAre.${value}`) }))}
        value={answers.debts}
        onChange={(debts) => change({ ...answers, debts })}
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
        onChange={(barred) => change({ ...answers, barred })}
      />
    </>
  );
}

interface Closing {
  readonly id: string;
  readonly attested: Attested;
  /** The closing that this one asks for anew. */
  readonly anew: string | null;
}

/** The ordinary procedure: an application of its own. */
async function apply(
  held: HeldLicence,
  { clearance, approval, path }: CloseAnswers,
  { id, attested, anew }: Closing,
): Promise<void> {
  const { number, stored, licence } = held;
  const sealed = {
    ...(clearance.trim() === '' ? {} : { 'tax-clearance': clearance }),
    ...(approval.trim() === '' ? {} : { 'closing-approval': approval }),
  };
  const body = {
    ...{ number, reason: 'HOLDER-DECIDED' },
    ...(anew === null ? {} : { previous: anew }),
    ...(path === 'manual' ? { manual: true } : {}),
  };
  const deed = 'licences.apply-closing';
  await signByKey({ kid: stored.kid, id, deed, body, sealed, organ: licence.organ, ...attested });
  await keepMatter(id, held);
}

interface OrdinaryProps extends QuestionsProps {
  /** The tax office speaks for itself. */
  readonly isAttested: boolean;
}

function Ordinary({ answers, change, problemOf, isAttested }: OrdinaryProps) {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="brand" title={t('closing.ordinary')}>
        <p>{t(isAttested ? 'matterPath.closingWords' : 'closing.ordinaryWords')}</p>
      </Notice>
      <TextField
        id="close-clearance"
        label={t(isAttested ? 'matterPath.clearance' : 'closing.clearance')}
        hint={t(isAttested ? 'matterPath.clearanceHint' : 'closing.clearanceHint')}
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
      {isAttested && (
        <MatterPathChoice
          path={answers.path}
          problem={problemOf('matter-path')}
          change={(path) => change({ ...answers, path })}
        />
      )}
    </>
  );
}
