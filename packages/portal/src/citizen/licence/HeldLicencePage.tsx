import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { servicesQuery } from '../../server/queries.ts';
import type { Service } from '../../server/service.ts';
import { type HeldLicence, heldLicenceQuery } from './held-licence.ts';

const RepresentingNotice = lazy(async () => ({
  default: (await import('../../represent/RepresentingNotice.tsx')).RepresentingNotice,
}));

interface Held {
  readonly held: HeldLicence;
  readonly service: Service;
  readonly again: () => void;
}

interface HeldLicencePageProps {
  /** Key of its title among the words. */
  readonly title: string;
  /** The first page leads back to the case, the others to the first page. */
  readonly isFirst?: boolean;
  readonly children: (held: Held) => React.ReactNode;
}

/** The frame of every page on which a holder does something about a licence. */
export function HeldLicencePage({ title, isFirst = false, children }: HeldLicencePageProps) {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const held = useQuery(heldLicenceQuery(id));
  const services = useQuery(servicesQuery);
  const back = isFirst
    ? { to: `/cases/${id}`, label: t('case.title') }
    : { to: `/cases/${id}/licence`, label: t('licenceDesk.title') };
  if (held.isError || services.isError) {
    return (
      <>
        <PageHeading title={t(title)} back={back} />
        <Failure error={held.error ?? services.error} retry={() => void held.refetch()} />
      </>
    );
  }
  if (held.data === undefined || services.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const service = services.data.find((one) => one.id === held.data.licence.service);
  if (service === undefined) return null;
  const { tradeName } = held.data.licence;
  return (
    <>
      <PageHeading
        title={t(title)}
        back={back}
        lead={t('licenceDesk.of', { name: tradeName, number: held.data.number })}
      />
      {held.data.stored.represented !== undefined && (
        <Suspense fallback={null}>
          <RepresentingNotice stored={held.data.stored} />
        </Suspense>
      )}
      {children({ held: held.data, service, again: () => void held.refetch() })}
    </>
  );
}
