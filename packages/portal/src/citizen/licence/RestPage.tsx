import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { DateField } from '../../forms/DateField.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { tellMissing } from '../../forms/tell-missing.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useFormat } from '../../language/use-format.ts';
import { HeldLicencePage } from './HeldLicencePage.tsx';
import type { HeldLicence } from './held-licence.ts';
import { type RestAnswers, restGrounds, restProblems } from './rest-answers.ts';
import { signByKey } from './sign-by-key.ts';

/** 歇业 (条例 30): begun, made longer, ended, by the holder alone. */
export function RestPage() {
  return (
    <HeldLicencePage title="licenceDesk.rest">
      {({ held, again }) => (
        <>
          {held.licence.status === 'ceased' && <Resting held={held} again={again} />}
          <RestForm held={held} />
        </>
      )}
    </HeldLicencePage>
  );
}

function Resting({ held, again }: { readonly held: HeldLicence; readonly again: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, stored, licence } = held;
  const resume = useAttempt(async () => {
    await signByKey({ kid: stored.kid, deed: 'licences.resume', body: { number } });
    again();
  });
  return (
    <Notice tone="brand" title={t('rest.now', { time: format.time(licence.until ?? 0) })}>
      <p>{t('rest.resumeWords')}</p>
      {resume.error !== undefined && <Failure error={resume.error} />}
      <div className="actions">
        <button type="button" className="button" disabled={resume.busy} onClick={() => resume.run()}>
          {t('rest.resume')}
        </button>
      </div>
    </Notice>
  );
}

function RestForm({ held }: { readonly held: HeldLicence }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { number, stored, licence } = held;
  const isLonger = licence.status === 'ceased';
  const [answers, setAnswers] = useState<RestAnswers>({ reason: undefined, until: '', address: '' });
  const missing = restProblems(answers);
  const sending = useAttempt(async () => {
    const { reason = '', until, address } = answers;
    const instead = address.trim() === '' ? {} : { address: 'service-address' };
    const sealed = address.trim() === '' ? {} : { sealed: { 'service-address': address }, organ: licence.organ };
    await signByKey({
      kid: stored.kid,
      deed: 'licences.cease',
      body: { number, reason, until, ...instead },
      ...sealed,
    });
    navigate(`/cases/${stored.id}/licence`);
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`rest.missing.${field}`));
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <h2>{t(isLonger ? 'rest.longer' : 'rest.begin')}</h2>
      <p className="soft measure">{t(isLonger ? 'rest.longerWords' : 'rest.words')}</p>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id="rest-reason"
        legend={t('rest.reason')}
        problem={problemOf('rest-reason')}
        choices={restGrounds.map((value) => ({ value, label: t(`restGrounds.${value}`) }))}
        value={answers.reason}
        onChange={(reason) => setAnswers({ ...answers, reason })}
      />
      <DateField
        id="rest-until"
        label={t('rest.until')}
        hint={t('rest.untilHint')}
        problem={problemOf('rest-until')}
        value={answers.until}
        onChange={(until) => setAnswers({ ...answers, until })}
      />
      <TextField
        id="rest-address"
        label={t('rest.address')}
        hint={t('rest.addressHint')}
        value={answers.address}
        maxLength={120}
        onChange={(address) => setAnswers({ ...answers, address })}
      />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t(isLonger ? 'rest.longerGo' : 'rest.go')}
        </button>
      </div>
    </form>
  );
}
