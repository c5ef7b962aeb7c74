import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import { findNamed } from '../server/find-named.ts';
import { fetchCase } from '../server/ledger.ts';
import { servicesQuery } from '../server/queries.ts';
import { ReceiptSlip } from './ReceiptSlip.tsx';

/** The receipt once more, for a case from anywhere; without its key, which nobody but its holder has. */
export function ReceiptPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('slip.title')}>{() => <Receipt />}</OfficerOnly>;
}

function Receipt() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const services = useQuery(servicesQuery);
  const found = useQuery({ queryKey: ['receipt', id], queryFn: () => readNamed(id) });
  const heading = (
    <PageHeading title={t('slip.again')} back={{ to: `/officer/cases/${id}`, label: t('officer.case') }} />
  );
  if (found.isError) {
    return (
      <>
        {heading}
        <Failure error={found.error} retry={() => void found.refetch()} />
      </>
    );
  }
  if (found.data === undefined || services.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  const service = services.data?.find((one) => one.id === found.data.found.case.service);
  return (
    <>
      {heading}
      <div className="actions no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('counter.print')}
        </button>
      </div>
      <ReceiptSlip found={found.data.found} named={found.data.named} service={service} code={undefined} />
    </>
  );
}

async function readNamed(id: string) {
  const found = await fetchCase(id);
  return { found, named: await findNamed(found.case) };
}
