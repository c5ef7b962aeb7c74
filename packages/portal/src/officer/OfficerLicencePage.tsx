import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { FindingView } from '../proof/FindingView.tsx';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { api } from '../server/api.ts';
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
  // Whether a closing runs is no part of the proof's face; the chain decides again whether there is one to object to.
  const closing = useQuery({
    queryKey: ['closing', number],
    queryFn: async () => (await api.get('/api/licences/{number}', { number })).licence.closing !== undefined,
  });
  const [isDone, setDone] = useState(false);
  const heading = (
    <PageHeading title={t('officer.licence', { number })} back={{ to: '/officer', label: t('officer.queue') }} />
  );
  const failed = [trust, proof].find(({ isError }) => isError);
  if (failed !== undefined) {
    return (
      <>
        {heading}
        <Failure error={failed.error} retry={() => void failed.refetch()} />
      </>
    );
  }
  if (proof.data === undefined) return <Waiting>{t('verify.checking')}</Waiting>;
  const { finding } = proof.data;
  const record = finding.kind === 'licence' ? finding.licence.licence : undefined;
  return (
    <>
      {heading}
      {isDone && <Notice tone="good" title={t('officer.done')} live="status" />}
      <FindingView finding={finding} />
      <p>
        <Link to="/officer/annulments">{t('annulment.list')}</Link>
      </p>
      {record !== undefined && (
        <LicenceDeedForm
          key={`${record.status} ${record.since} ${record.marks?.length ?? 0}`}
          number={number}
          tradeName={record.tradeName}
          situation={{
            status: record.status,
            isOwn: officer.session.department === record.organ,
            isClosing: closing.data ?? false,
            marks: record.marks ?? [],
          }}
          officer={officer}
          done={() => {
            void proof.refetch();
            void closing.refetch();
            setDone(true);
          }}
        />
      )}
    </>
  );
}
