import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { Person } from './accounts-query.ts';

const REASONS = ['left', 'lost', 'stolen', 'misuse', 'order'] as const;
type Reason = (typeof REASONS)[number];

interface KeepOutProps {
  readonly officer: Officer;
  readonly person: Person;
  readonly mark: string;
  readonly changed: () => void;
}

/** 停用、恢复: asked once more, with the reason, because it takes effect at once. */
export function KeepOut({ officer, person, mark, changed }: KeepOutProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<Reason | ''>('');
  const [done, setDone] = useState('');
  const { name, disabled, kid } = person;
  const field = `keep-out-${name.slice(0, 12)}`;
  const missing = reason === '' && !disabled ? [field] : [];
  const sending = useAttempt(async () => {
    if (disabled) {
      await officer.client.post('/api/accounts/enable', { account: name });
      setDone(t('accounts.enabled', { mark }));
    } else if (reason !== '') {
      const { ended } = await officer.client.post('/api/accounts/disable', { account: name, reason });
      setDone(t('accounts.disabled', { mark, count: ended }));
    }
    setAsking(false);
    setReason('');
    changed();
  });
  const { problems, problemOf } = tellMissing(sending.attempt, isAsking ? missing : [], () =>
    t('accounts.reasonMissing'),
  );
  if (!isAsking) {
    return (
      <>
        {done !== '' && <Notice tone="good" title={done} live="status" />}
        <button type="button" className="button second" onClick={() => setAsking(true)}>
          {t(disabled ? 'accounts.enable' : 'accounts.disable')}
          <span className="hidden-visually"> {mark}</span>
        </button>
      </>
    );
  }
  return (
    <form noValidate className="right-answer" onSubmit={sending.submit(missing.length === 0)}>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <p>{t(disabled ? 'accounts.enableWords' : 'accounts.disableWords')}</p>
      {!disabled && kid !== undefined && <p className="small">{t('accounts.keyWords')}</p>}
      {!disabled && (
        <SelectField
          id={field}
          label={t('accounts.reason')}
          problem={problemOf(field)}
          empty={t('accounts.chooseReason')}
          options={REASONS.map((value) => ({ value, label: t(`accounts.reasons.${value}`) }))}
          value={reason}
          onChange={(value) => setReason(REASONS.find((one) => one === value) ?? '')}
        />
      )}
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t(disabled ? 'accounts.enableNow' : 'accounts.disableNow')}
        </button>
        <button type="button" className="button second" disabled={sending.busy} onClick={() => setAsking(false)}>
          {t('rules.cancel')}
        </button>
      </div>
    </form>
  );
}
