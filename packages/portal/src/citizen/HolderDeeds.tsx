import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseRecord } from '../server/ledger.ts';
import type { StoredCase } from '../store/case-store.ts';
import { mayAct } from '../store/may-act.ts';
import { actAsHolder } from './act-as-holder.ts';
import { holderDeeds } from './holder-deeds.ts';

interface HolderDeedsProps {
  readonly record: CaseRecord;
  readonly stored: StoredCase;
  readonly done: () => void;
}

/** 请人工复核 and 撤回申请, where they are open. The second cannot be taken back, so it is asked once more. */
export function HolderDeeds({ record, stored, done }: HolderDeedsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = holderDeeds(record).filter((deed) => mayAct(stored, deed));
  async function act(deed: 'cases.withdraw' | 'cases.review'): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await actAsHolder(stored, deed);
      setAsking(false);
      done();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  if (open.length === 0) return null;
  return (
    <section aria-label={t('holder.title')}>
      {error !== undefined && <Failure error={error} />}
      {asking ? (
        <Notice tone="warn" title={t('holder.withdrawSure')} live="alert">
          <p>{t('holder.withdrawWords')}</p>
          <p className="small">{t('annulmentEnds.withdrawArticle')}</p>
          <div className="actions">
            <button type="button" className="button grave" disabled={busy} onClick={() => void act('cases.withdraw')}>
              {t('holder.withdrawYes')}
            </button>
            <button type="button" className="button second" onClick={() => setAsking(false)}>
              {t('holder.withdrawNo')}
            </button>
          </div>
        </Notice>
      ) : (
        <div className="actions">
          {open.includes('cases.review') && (
            <button type="button" className="button second" disabled={busy} onClick={() => void act('cases.review')}>
              {t('holder.review')}
            </button>
          )}
          {open.includes('cases.withdraw') && (
            <button type="button" className="link-button" onClick={() => setAsking(true)}>
              {t('holder.withdraw')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
