import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import type { CaseRecord } from '../server/ledger.ts';
import { act } from './act.ts';
import type { Officer } from './use-officer.ts';

interface CaseDeedsProps {
  readonly id: string;
  readonly record: CaseRecord;
  readonly officer: Officer;
  readonly done: () => void;
}

/** Who works on it, and more time from the head of the office: one press each, signed. */
export function CaseDeeds({ id, record, officer, done }: CaseDeedsProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const isMine = record.officer === officer.signer.publicKey.kid;
  const isHead = officer.session.duties.includes('head');
  async function sign(deed: string, body: Readonly<Record<string, string>>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await act(officer, { deed, body: { case: id, ...body } });
      done();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  if (record.status !== 'pending' || record.dueAt === undefined) return null;
  return (
    <section aria-label={t('officer.whose')}>
      {record.officer !== undefined && (
        <Notice tone={isMine ? 'brand' : 'warn'} title={t(isMine ? 'officer.mine' : 'officer.anothers')} />
      )}
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        {record.officer === undefined && (
          <button type="button" className="button second" disabled={busy} onClick={() => void sign('cases.claim', {})}>
            {t('officer.claim')}
          </button>
        )}
        {isHead && record.clock?.extendedBy === undefined && (
          <button
            type="button"
            className="button second"
            disabled={busy}
            onClick={() => void sign('cases.extend', { reason: 'COMPLEX' })}
          >
            {t('officer.extend', { days: record.clock?.extensionDays ?? 0 })}
          </button>
        )}
      </div>
    </section>
  );
}
