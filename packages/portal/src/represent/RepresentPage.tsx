import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { ownMandatesQuery } from './mandates.ts';
import { OwnMandateItem } from './OwnMandateItem.tsx';
import { ShowAgentCode } from './ShowAgentCode.tsx';

const EVERY_MS = 4_000;

/** 我代理的: for whom this browser acts, what it may do for each, and the code by which somebody appoints it. */
export function RepresentPage() {
  const { t } = useTranslation();
  const own = useQuery({ ...ownMandatesQuery, refetchInterval: EVERY_MS });
  const inForce = own.data?.filter(({ mandate }) => mandate.inForce) ?? [];
  const over = own.data?.filter(({ mandate }) => !mandate.inForce) ?? [];
  return (
    <>
      <PageHeading
        title={t('represent.own')}
        lead={t('represent.ownLead')}
        back={{ to: '/cases', label: t('nav.cases') }}
      />
      {own.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {own.isError && <Failure error={own.error} retry={() => void own.refetch()} />}
      {own.isSuccess && inForce.length === 0 && (
        <Notice tone="quiet" title={t('represent.nobody')}>
          <p>{t('represent.nobodyWords')}</p>
        </Notice>
      )}
      <ul className="list mandates">
        {inForce.map((one) => (
          <OwnMandateItem key={one.mandate.transaction} own={one} again={() => void own.refetch()} />
        ))}
      </ul>
      <ShowAgentCode taken={own.data?.map(({ mandate }) => mandate.agent)} />
      {over.length > 0 && (
        <>
          <h2>{t('represent.overTitle')}</h2>
          <ul className="list mandates">
            {over.map((one) => (
              <OwnMandateItem key={one.mandate.transaction} own={one} again={() => void own.refetch()} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
