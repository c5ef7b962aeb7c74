import type { JsonObject } from '@minglu/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { AnnulmentFacts } from '../../citizen/annulment/AnnulmentFacts.tsx';
import { CaseHistory } from '../../citizen/CaseHistory.tsx';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { fetchAnnulment } from '../../server/annulment.ts';
import { api } from '../../server/api.ts';
import { ownDoor } from '../../unmask/envelope-door.ts';
import { PurposeField } from '../../unmask/PurposeField.tsx';
import { usePurpose } from '../../unmask/use-purpose.ts';
import { OfficerOnly } from '../OfficerOnly.tsx';
import { SealedText } from '../SealedText.tsx';
import type { Officer } from '../use-officer.ts';
import { StepForm } from './StepForm.tsx';

export function OfficerAnnulmentPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('annulment.title')}>{(officer) => <Annulment officer={officer} />}</OfficerOnly>;
}

function Annulment({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useQuery({
    queryKey: ['officer-annulment', id],
    queryFn: async () => {
      const [found, { organisations }] = await Promise.all([
        fetchAnnulment(id, officer.client),
        api.get('/api/organisations', {}),
      ]);
      const organ = organisations.find((one) => one.id === found.annulment.organ);
      return { found, sealingKey: organ?.organisation.sealingKey as JsonObject | undefined };
    },
  });
  const purpose = usePurpose();
  const back = { to: '/officer/annulments', label: t('annulment.list') };
  if (read.isError) {
    return (
      <>
        <PageHeading title={t('annulment.title')} back={back} />
        <Failure error={read.error} retry={() => void read.refetch()} />
      </>
    );
  }
  if (read.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { found, sealingKey } = read.data;
  const { annulment, events, sealed } = found;
  return (
    <>
      <PageHeading title={t('annulment.title')} back={back} />
      {annulment.late === true && <Notice tone="warn" title={t('annulment.late')} />}
      <AnnulmentFacts annulment={annulment} id={id} />
      <p>
        <Link to={`/officer/licences/${annulment.licence}`}>{t('officer.licence', { number: annulment.licence })}</Link>
      </p>
      {Object.keys(sealed ?? {}).length > 0 && (
        <>
          <h2>{t('officer.sealed')}</h2>
          <PurposeField purpose={purpose} />
        </>
      )}
      {Object.keys(sealed ?? {}).map((name) => (
        <SealedText key={name} id={id} name={name} purpose={purpose} door={ownDoor(officer.session)} />
      ))}
      <h2>{t('case.history')}</h2>
      <CaseHistory events={events} />
      <StepForm
        key={`${annulment.status} ${events.length}`}
        id={id}
        annulment={annulment}
        officer={officer}
        sealingKey={sealingKey}
        done={() => void read.refetch()}
      />
    </>
  );
}
