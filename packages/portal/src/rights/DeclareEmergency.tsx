import { markOfficeWords } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import { act } from '../officer/act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { organisationsQuery } from './organisations-query.ts';

export const EMERGENCY_REASONS = ['DANGER-TO-LIFE', 'PUBLIC-SAFETY', 'DISASTER', 'COURT-DEADLINE'] as const;

interface DeclareEmergencyProps {
  readonly officer: Officer;
  readonly id: string;
  readonly organ: string;
  readonly declared: () => void;
}

/** 应急访问: another organ's file on one's own word, for four hours, to read; its head is told at once and judges. */
export function DeclareEmergency({ officer, id, organ, declared }: DeclareEmergencyProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <section aria-labelledby="emergency-title">
        <h2 id="emergency-title">{t('emergency.title')}</h2>
        <p>{t('emergency.lead')}</p>
        <button type="button" className="button second" onClick={() => setOpen(true)}>
          {t('emergency.begin')}
        </button>
      </section>
    );
  }
  return (
    <section aria-labelledby="emergency-title">
      <h2 id="emergency-title">{t('emergency.title')}</h2>
      <Notice tone="warn" title={t('emergency.warnTitle')}>
        <p>{t('emergency.warnWords')}</p>
      </Notice>
      <EmergencyForm officer={officer} id={id} organ={organ} declared={declared} />
    </section>
  );
}

function EmergencyForm({ officer, id, organ, declared }: DeclareEmergencyProps) {
  const { t } = useTranslation();
  const organisations = useQuery(organisationsQuery);
  const sealTo = organisations.data?.find((one) => one.id === organ)?.sealingKey;
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const wrong = [
    ...(reason === '' ? [{ field: 'emergency-reason', words: t('rights.missing.reason') }] : []),
    ...(text.trim().length < 5 ? [{ field: 'emergency-words', words: t('emergency.missingWords') }] : []),
  ];
  const { attempt, busy, error, submit } = useAttempt(async () => {
    if (sealTo === undefined) return;
    const words = { text: markOfficeWords(text.trim()), sealTo };
    await act(officer, { deed: 'access.declare-emergency', body: { case: id, reason }, words });
    declared();
  });
  const problems = attempt === 0 ? [] : wrong;
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.words;
  return (
    <form noValidate className="counter-form" onSubmit={submit(wrong.length === 0)}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <SelectField
        id="emergency-reason"
        label={t('emergency.reason')}
        problem={problemOf('emergency-reason')}
        empty={t('rights.choose')}
        options={EMERGENCY_REASONS.map((value) => ({ value, label: t(`emergency.reasons.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <TextField
        id="emergency-words"
        label={t('emergency.words')}
        hint={t('emergency.wordsHint')}
        problem={problemOf('emergency-words')}
        value={text}
        onChange={setText}
        lines={3}
        maxLength={500}
      />
      {organisations.data !== undefined && sealTo === undefined && (
        <Notice tone="bad" title={t('codes.sealing-key-missing')} />
      )}
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={busy || sealTo === undefined}>
          {t('emergency.declare')}
        </button>
      </div>
    </form>
  );
}
