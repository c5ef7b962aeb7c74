import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import { act } from '../officer/act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { PortalError } from '../server/failure.ts';
import { fetchCase } from '../server/ledger.ts';
import { findSealingKey } from './organ-sealing-key.ts';

const codes = [
  'LOOKED-WITHOUT-CASE',
  'LOOKED-WITHOUT-PURPOSE',
  'EMERGENCY-UNFOUNDED',
  'DECISION-LATE',
  'OTHER',
] as const;
const terms = ['5', '10', '15', '30'] as const;

/** 审计发现: a code in public, words for the organ alone, working days to answer in. */
export function FindingForm({ id, officer }: { readonly id: string; readonly officer: Officer }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const found = useQuery({ queryKey: ['case', id], queryFn: () => fetchCase(id) });
  const [code, setCode] = useState<string>(codes[0]);
  const [days, setDays] = useState<string>(terms[1]);
  const [words, setWords] = useState('');
  const [isDone, setDone] = useState(false);
  const missing = words.trim() === '' ? ['finding-words'] : [];
  const sending = useAttempt(async () => {
    const organ = found.data?.case.organ ?? '';
    const sealTo = await findSealingKey(organ);
    if (sealTo === undefined) throw new PortalError('sealing-key-missing');
    const body = { organ, case: id, code, days: Number(days) };
    // It says what it is: the organ's process opens nothing else for a finding.
    const text = JSON.stringify({ type: 'minglu-audit-finding', words: words.trim() });
    await act(officer, { deed: 'audit.record-finding', body, words: { text, sealTo } });
    setWords('');
    setDone(true);
    await queries.invalidateQueries({ queryKey: ['audit-matters'] });
  });
  const { problems, problemOf } = tellMissing(isDone ? 0 : sending.attempt, missing, () => t('auditor.findingMissing'));
  return (
    <section aria-labelledby="case-finding">
      <h2 id="case-finding">{t('auditor.findingTitle')}</h2>
      <p className="measure soft">{t('auditor.findingWords')}</p>
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {isDone && <Notice tone="good" title={t('auditor.findingSent')} live="status" />}
      <form
        noValidate
        onSubmit={sending.submit(missing.length === 0 && found.isSuccess)}
        onInput={() => setDone(false)}
      >
        <ErrorSummary problems={problems} attempt={sending.attempt} />
        <SelectField
          id="finding-code"
          label={t('auditor.findingCode')}
          options={codes.map((value) => ({ value, label: t(`auditor.findings.${value}`) }))}
          value={code}
          onChange={setCode}
        />
        <SelectField
          id="finding-days"
          label={t('auditor.findingDays')}
          options={terms.map((value) => ({ value, label: t('auditor.workingDays', { count: Number(value) }) }))}
          value={days}
          onChange={setDays}
        />
        <TextField
          id="finding-words"
          label={t('auditor.findingText')}
          hint={t('auditor.findingTextHint')}
          problem={problemOf('finding-words')}
          value={words}
          onChange={setWords}
          lines={4}
          maxLength={500}
        />
        {sending.error !== undefined && <Failure error={sending.error} />}
        <div className="actions">
          <button type="submit" className="button second" disabled={sending.busy || !found.isSuccess}>
            {t('auditor.findingSend')}
          </button>
        </div>
      </form>
    </section>
  );
}
