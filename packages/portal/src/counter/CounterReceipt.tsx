import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { fetchCase } from '../server/ledger.ts';
import type { Service } from '../server/service.ts';
import type { PaperCode } from './paper-code.ts';
import { ReceiptSlip } from './ReceiptSlip.tsx';

interface CounterReceiptProps {
  readonly code: PaperCode;
  readonly service: Service;
  readonly next: () => void;
}

/**
 * The receipt with the key of the case in its fold-over part. The key is in this page's memory alone: it goes with the
 * page, and at the latest when the officer says that the paper was handed over.
 */
export function CounterReceipt({ code, service, next }: CounterReceiptProps) {
  const { t } = useTranslation();
  const [key, setKey] = useState<PaperCode | undefined>(code);
  const isHeld = key !== undefined;
  const read = useQuery({
    queryKey: ['counter-case', code.id],
    queryFn: async () => ({
      found: await fetchCase(code.id),
      transaction: await api.get('/api/transactions/{id}', { id: code.id }),
    }),
  });
  useEffect(() => {
    if (!isHeld) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isHeld]);
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  return (
    <>
      <Notice tone="good" title={t(`counter.outcome.${read.data.found.case.status}`)} live="status">
        <p>{t(isHeld ? 'counter.printWords' : 'counter.wiped')}</p>
      </Notice>
      <div className="actions no-print">
        {isHeld && (
          <>
            <button type="button" className="button" onClick={() => window.print()}>
              {t('counter.print')}
            </button>
            <button type="button" className="button second" onClick={() => setKey(undefined)}>
              {t('counter.handedOver')}
            </button>
          </>
        )}
        {!isHeld && (
          <button type="button" className="button" onClick={next}>
            {t('counter.next')}
          </button>
        )}
      </div>
      <ReceiptSlip found={read.data.found} service={service} code={key} />
    </>
  );
}
