import { findCaseKey, indexedDbKeyStore, submit } from '@minglu/sdk';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { PortalError, type Failure as Told } from '../server/failure.ts';
import type { StoredCase } from '../store/case-store.ts';

interface ReplaceLicenceProps {
  readonly number: string;
  readonly stored: StoredCase;
  readonly done: () => void;
  readonly close: () => void;
}

const HOUR_MS = 3_600_000;

/** 遗失或者毁坏: 声明作废，申请补领 (条例 37), one act; asked once more, for the earlier copies are void for good. */
export function ReplaceLicence({ number, stored, done, close }: ReplaceLicenceProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function replace(reason: 'lost' | 'spoilt'): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await declareVoid(stored, number, reason);
      close();
      done();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Notice tone="warn" title={t('registering.copy.sure')} live="alert">
      <p>{t('registering.copy.sureWords')}</p>
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        {(['lost', 'spoilt'] as const).map((reason) => (
          <button key={reason} type="button" className="button" disabled={isBusy} onClick={() => void replace(reason)}>
            {t(`registering.copy.${reason}`)}
          </button>
        ))}
        <button type="button" className="button second" onClick={close}>
          {t('registering.copy.not')}
        </button>
      </div>
    </Notice>
  );
}

async function declareVoid({ kid }: StoredCase, number: string, reason: string): Promise<void> {
  const signer = await findCaseKey(indexedDbKeyStore(), kid);
  if (signer === undefined) throw new PortalError('key-missing');
  const { chain } = await api.get('/api/city', {});
  const body = { number, reason };
  const draft = { chain, deed: 'licences.reissue', body, notAfter: Date.now() + HOUR_MS, embedKey: true };
  const { outcome } = await submit(api, draft, signer);
  if (outcome.refused !== undefined) throw new PortalError(outcome.refused, (outcome.facts ?? {}) as Told['facts']);
}
