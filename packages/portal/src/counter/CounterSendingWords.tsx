import { AskedDepartments } from '../citizen/AskedDepartments.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { CounterSending } from './use-counter-sending.ts';

/** The button, who is being waited for, and what became of it: with a network that is away, what to press and what not to fear. */
export function CounterSendingWords({ sending }: { readonly sending: CounterSending }) {
  const { busy, error, isSigned, asked, reopen } = sending;
  const { t } = useTranslation();
  const isStuck = isSigned && !busy;
  return (
    <>
      <div aria-live="polite">{(busy || error !== undefined) && <AskedDepartments asked={asked} />}</div>
      {error !== undefined && <Failure error={error} />}
      {error !== undefined && !isStuck && <p>{t('counter.kept')}</p>}
      {isStuck && (
        <Notice tone="warn" title={t('counterVisit.unsure')} live="status">
          <p>{t('counterVisit.unsureWords')}</p>
          <button type="button" className="button second" onClick={() => void reopen()}>
            {t('counterVisit.reopen')}
          </button>
        </Notice>
      )}
      <p className="soft">{t('counter.sure')}</p>
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {t(busy ? 'counter.sending' : isSigned ? 'counterVisit.again' : 'counter.send')}
        </button>
      </div>
    </>
  );
}
