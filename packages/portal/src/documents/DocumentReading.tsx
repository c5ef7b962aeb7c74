import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { PortalError } from '../server/failure.ts';
import { DocumentCheck } from './DocumentCheck.tsx';
import type { DocumentDoor } from './document-door.ts';
import { fetchDocument, readDocuments } from './read-documents.ts';
import { saveDocument } from './save-document.ts';

interface DocumentReadingProps {
  /** Names the document at the department. */
  readonly documentKey: string;
  readonly door: DocumentDoor;
  readonly back: { readonly to: string; readonly label: string };
}

/** One 文书 to read on the page: its check first, then its words, then the file. */
export function DocumentReading({ documentKey, door, back }: DocumentReadingProps) {
  const { t } = useTranslation();
  const read = useQuery({
    queryKey: ['document', documentKey],
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      const listed = (await readDocuments(door)).documents.find(({ key }) => key === documentKey);
      if (listed === undefined) throw new PortalError('document-not-found');
      const file = await fetchDocument(door, listed);
      return { listed, file, bytes: new Uint8Array(await file.arrayBuffer()) };
    },
  });
  const title = read.data?.listed.title ?? t('documents.title');
  return (
    <>
      <PageHeading title={title} kicker={read.data?.listed.number ?? ''} back={back} />
      {read.isPending && <Waiting>{t('documents.asking')}</Waiting>}
      {read.isError && <Failure error={read.error} retry={() => void read.refetch()} />}
      {read.data !== undefined && (
        <>
          <DocumentCheck bytes={read.data.bytes} name={read.data.listed.digest} isRead />
          <div className="actions">
            <button type="button" className="button" onClick={() => saveDocument(read.data.listed, read.data.file)}>
              {t('sealedPdf.save')}
            </button>
          </div>
        </>
      )}
    </>
  );
}
