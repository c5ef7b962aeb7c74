import { markOfficeWords } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useAttempt } from '../forms/use-attempt.ts';
import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import { act } from '../officer/act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { failureOf } from '../server/failure.ts';
import { organisationsQuery } from './organisations-query.ts';
import { useRightsWords } from './use-rights-words.ts';

/** Why somebody of another office needs to; codes, because they stand on the chain. */
export const REQUEST_REASONS = ['JOINT-CASE', 'HANDED-OVER', 'SUPERVISION', 'COMPLAINT', 'OTHER-DUTY'] as const;

interface AskForRightProps {
  readonly officer: Officer;
  readonly deed: string;
  readonly organ: string;
  readonly place: { readonly region?: string; readonly service?: string } | undefined;
}

/** 申请权限: one deed, there, from the head in charge. The words go sealed to that organisation. */
export function AskForRight({ officer, deed, organ, place = {} }: AskForRightProps) {
  const { t } = useTranslation();
  const words = useRightsWords();
  const codeWords = useCodeWords();
  const organisations = useQuery(organisationsQuery);
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [isSent, setSent] = useState(false);
  const sealTo = organisations.data?.find(({ id }) => id === organ)?.sealingKey;
  const { attempt, busy, error, submit } = useAttempt(async () => {
    const said =
      text.trim() === '' || sealTo === undefined ? {} : { words: { text: markOfficeWords(text.trim()), sealTo } };
    await act(officer, { deed: 'access.request', body: { deed, organ, ...place, reason }, ...said });
    setSent(true);
  });
  if (isSent) {
    return (
      <p role="status">
        <strong>{t('rights.asked', { organ: words.orgName(organ) })}</strong>{' '}
        <Link to="/officer/rights">{t('rights.title')}</Link>
      </p>
    );
  }
  const failure = error === undefined ? undefined : failureOf(error);
  const problem = attempt > 0 && reason === '' ? t('rights.missing.reason') : undefined;
  return (
    <form noValidate className="counter-form" onSubmit={submit(reason !== '')}>
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: 'right-reason', words: problem }]}
        attempt={attempt}
      />
      <SelectField
        id="right-reason"
        label={t('rights.reason')}
        problem={problem}
        empty={t('rights.choose')}
        options={REQUEST_REASONS.map((value) => ({ value, label: t(`rights.reasons.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      {sealTo !== undefined && (
        <TextField
          id="right-words"
          label={t('rights.words')}
          hint={t('rights.wordsHint', { organ: words.orgName(organ) })}
          value={text}
          onChange={setText}
          lines={3}
          maxLength={300}
        />
      )}
      {failure !== undefined && (
        <Notice tone="bad" title={t('failure.title')} live="alert">
          <p>{codeWords(failure.code, failure.facts)}</p>
        </Notice>
      )}
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {t('rights.send')}
        </button>
      </div>
    </form>
  );
}
