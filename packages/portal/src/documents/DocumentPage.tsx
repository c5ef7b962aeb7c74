import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ownCaseQuery } from '../citizen/own-case.ts';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { PortalError } from '../server/failure.ts';
import { DocumentReading } from './DocumentReading.tsx';
import { holderDoor } from './open-document-door.ts';

/** A 文书 as the holder of the case's key reads it. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { id = '', key = '' } = useParams();
  const own = useQuery(ownCaseQuery(id));
  if (own.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  const stored = own.data?.stored;
  if (stored === undefined) return <Failure error={own.error ?? new PortalError('key-missing')} />;
  const back = { to: `/cases/${id}`, label: t('sealedPdf.backToCase') };
  return <DocumentReading documentKey={key} door={holderDoor(stored)} back={back} />;
}
