import { useParams } from 'react-router';
import { DocumentReading } from '../documents/DocumentReading.tsx';
import { officerDoor } from '../documents/open-document-door.ts';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from './OfficerOnly.tsx';

/** A 文书 as an officer of the organ that made it reads it. */
export function OfficerDocumentPage() {
  const { t } = useTranslation();
  const { id = '', key = '' } = useParams();
  const back = { to: `/officer/cases/${id}`, label: t('sealedPdf.backToCase') };
  return (
    <OfficerOnly title={t('documents.title')}>
      {({ session }) => <DocumentReading documentKey={key} door={officerDoor(session, id)} back={back} />}
    </OfficerOnly>
  );
}
