import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { DateField } from '../forms/DateField.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { useAct } from '../officer/use-act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { endOfDay, endProblem } from './end-of-right.ts';
import { RequestItem } from './RequestItem.tsx';
import type { RightRequest } from './requests-query.ts';

export const DECLINE_CODES = ['NOT-NEEDED', 'WRONG-ORGAN', 'TOO-BROAD', 'ASK-COLLEAGUE'] as const;

interface RequestToAnswerProps {
  readonly officer: Officer;
  readonly request: RightRequest;
  readonly changed: () => void;
}

/** Yes with an end, or no with a code. Whoever asked does not answer. */
export function RequestToAnswer({ officer, request, changed }: RequestToAnswerProps) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState<{ readonly of: 'approve' | 'decline'; readonly count: number }>();
  const { busy, error, sign } = useAct(officer, changed);
  const dayId = `right-day-${request.id}`;
  const codeId = `right-code-${request.id}`;
  const wrongDay = endProblem(day, Date.now());
  const problems = [
    ...(attempt?.of === 'approve' && wrongDay !== undefined ? [{ field: dayId, words: t(wrongDay) }] : []),
    ...(attempt?.of === 'decline' && code === '' ? [{ field: codeId, words: t('rights.missing.code') }] : []),
  ];
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.words;
  const answer = (of: 'approve' | 'decline') => () => {
    setAttempt({ of, count: (attempt?.count ?? 0) + 1 });
    if (of === 'approve' && wrongDay === undefined)
      void sign({ deed: 'access.approve', body: { request: request.id, until: endOfDay(day) } });
    if (of === 'decline' && code !== '') void sign({ deed: 'access.decline', body: { request: request.id, code } });
  };
  return (
    <RequestItem officer={officer} request={request} isOwn={false}>
      {request.kid === officer.signer.publicKey.kid ? (
        <p className="small">{t('codes.own-request')}</p>
      ) : (
        <div className="right-answer">
          <ErrorSummary problems={problems} attempt={attempt?.count ?? 0} />
          <DateField
            id={dayId}
            label={t('rights.until')}
            hint={t('rights.untilHint')}
            problem={problemOf(dayId)}
            value={day}
            onChange={setDay}
          />
          <button type="button" className="button" disabled={busy} onClick={answer('approve')}>
            {t('rights.approve')}
          </button>
          <SelectField
            id={codeId}
            label={t('rights.declineWhy')}
            problem={problemOf(codeId)}
            empty={t('rights.choose')}
            options={DECLINE_CODES.map((value) => ({ value, label: t(`rights.declineCodes.${value}`) }))}
            value={code}
            onChange={setCode}
          />
          <button type="button" className="button second" disabled={busy} onClick={answer('decline')}>
            {t('rights.decline')}
          </button>
          {error !== undefined && <Failure error={error} />}
        </div>
      )}
    </RequestItem>
  );
}
