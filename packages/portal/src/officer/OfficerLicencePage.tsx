import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { FindingView } from '../proof/FindingView.tsx';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { trustQuery } from '../server/trust-query.ts';
import { LicenceDeedForm } from './LicenceDeedForm.tsx';
import { OfficerOnly } from './OfficerOnly.tsx';
import type { Officer } from './use-officer.ts';

export function OfficerLicencePage() {
  const { t } = useTranslation();
  return (
    <OfficerOnly title={t('officer.licencePage')}>{(officer) => <OfficerLicence officer={officer} />}</OfficerOnly>
  );
}

function OfficerLicence({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const trust = useQuery(trustQuery);
  const proof = useQuery({ ...verifiedLicenceQuery(number, trust.data), staleTime: 0 });
  if (proof.isError) return <Failure error={proof.error} retry={() => void proof.refetch()} />;
  if (proof.data === undefined) return <Waiting>{t('verify.checking')}</Waiting>;
  const { finding } = proof.data;
  const record = finding.kind === 'licence' ? finding.licence.licence : undefined;
  return (
    <>
      <PageHeading title={t('officer.licence', { number })} back={{ to: '/officer', label: t('officer.queue') }} />
      <FindingView finding={finding} />
      {record !== undefined && (
        <LicenceDeedForm
          key={`${record.status} ${record.since}`}
          number={number}
          record={record}
          officer={officer}
          done={() => void proof.refetch()}
        />
      )}
    </>
  );
}
