import type { Signer } from '@minglu/protocol';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { answerFrom, type TypedContact } from '../inbox/contact-problems.ts';
import { useTranslation } from '../language/use-translation.ts';
import { findNamed } from '../server/find-named.ts';
import { fetchCase } from '../server/ledger.ts';
import type { Service } from '../server/service.ts';
import { giveContactFromCounter } from './give-contact-from-counter.ts';
import type { PaperCode } from './paper-code.ts';
import { ReceiptSlip } from './ReceiptSlip.tsx';

/** What is left of a visit: with `key` until the paper was handed over. */
export interface FiledAtCounter {
  readonly id: string;
  readonly key?: { readonly code: PaperCode; readonly signer: Signer };
  readonly contact?: TypedContact;
}

interface CounterReceiptProps {
  readonly filed: FiledAtCounter;
  readonly service: Service;
  readonly chain: string;
  /** Of the deciding department. */
  readonly endpoint: string;
  readonly forgetKey: () => void;
  readonly next: () => void;
}

/**
 * The receipt with the key of the case in its fold-over part. The key is in this page's memory alone: it goes with the
 * page, and at the latest when the officer says that the paper was handed over.
 */
export function CounterReceipt(props: CounterReceiptProps) {
  const { filed, service, forgetKey, next } = props;
  const { t } = useTranslation();
  const isHeld = filed.key !== undefined;
  const read = useQuery({
    queryKey: ['counter-case', filed.id],
    queryFn: async () => {
      const found = await fetchCase(filed.id);
      return { found, named: await findNamed(found.case) };
    },
  });
  useEffect(() => {
    if (!isHeld) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isHeld]);
  if (read.data === undefined) {
    return read.isError ? (
      <Failure error={read.error} retry={() => void read.refetch()} />
    ) : (
      <Waiting>{t('site.loading')}</Waiting>
    );
  }
  return (
    <>
      <Notice tone="good" title={t(`counter.outcome.${read.data.found.case.status}`)} live="status">
        <p>{t(isHeld ? 'counter.printWords' : 'counter.wiped')}</p>
      </Notice>
      <LeftContact {...props} />
      <div className="actions no-print">
        {isHeld && (
          <>
            <button type="button" className="button" onClick={() => window.print()}>
              {t('counter.print')}
            </button>
            <button type="button" className="button second" onClick={forgetKey}>
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
      <ReceiptSlip found={read.data.found} named={read.data.named} service={service} code={filed.key?.code} />
    </>
  );
}

/** The contact goes to the department under the case's key, as from a phone; while it is down, the key waits for it. */
function LeftContact({ filed, chain, service, endpoint }: CounterReceiptProps) {
  const { t } = useTranslation();
  const { id, key, contact } = filed;
  const answer = contact === undefined ? undefined : answerFrom(contact);
  const isLeft = answer?.phone !== undefined || answer?.email !== undefined;
  const given = useQuery({
    queryKey: ['counter-contact', id],
    enabled: key !== undefined && isLeft,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => {
      if (key === undefined || answer === undefined) return false;
      await giveContactFromCounter({ chain, organ: service.organ, endpoint, id, signer: key.signer }, answer);
      return true;
    },
  });
  if (!isLeft || key === undefined) return null;
  if (given.isSuccess) return <Notice tone="quiet" title={t('counterVisit.contactGiven')} live="status" />;
  if (!given.isError || given.isFetching) return <Waiting>{t('counterVisit.contactGiving')}</Waiting>;
  return (
    <Notice tone="warn" title={t('counterVisit.contactWaiting')} live="status">
      <p>{t('counterVisit.contactWaitingWords')}</p>
      <button type="button" className="button second" onClick={() => void given.refetch()}>
        {t('failure.retry')}
      </button>
    </Notice>
  );
}
