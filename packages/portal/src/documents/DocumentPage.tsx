import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { findAnnulmentKey } from '../citizen/annulment/own-annulments.ts';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { PortalError } from '../server/failure.ts';
import { findCase } from '../store/case-store.ts';
import { DocumentReading } from './DocumentReading.tsx';
import { holderDoor } from './open-document-door.ts';

/** A 文书 as the holder of the key reads it: of an application, or of an annulment that was asked for here. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { id = '', key = '' } = useParams();
  const held = useQuery({ queryKey: ['held-key', id], queryFn: () => findHeld(id) });
  if (held.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  if (held.data === undefined || held.data === null)
    return (
      <>
        <PageHeading title={t('documents.title')} />
        <Failure error={held.error ?? new PortalError('key-missing')} />
      </>
    );
  const { kid, page } = held.data;
  const back = { to: `${page}/${id}`, label: t('sealedPdf.backToCase') };
  return <DocumentReading documentKey={key} door={holderDoor({ id, kid })} back={back} />;
}

async function findHeld(id: string): Promise<{ readonly kid: string; readonly page: string } | null> {
  const stored = await findCase(id);
  if (stored !== undefined) return { kid: stored.kid, page: '/cases' };
  const kid = findAnnulmentKey(id);
  return kid === undefined ? null : { kid, page: '/annulment' };
}
