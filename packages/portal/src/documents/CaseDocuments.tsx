import type { DepartmentDocument } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { failureOf } from '../server/failure.ts';
import type { CaseEvent } from '../server/ledger.ts';
import { DocumentRow } from './DocumentRow.tsx';
import type { DocumentDoor } from './document-door.ts';
import { readDocuments } from './read-documents.ts';

interface CaseDocumentsProps {
  readonly id: string;
  readonly events: readonly CaseEvent[];
  /** How this reader comes to the department's counter; nothing where the reader holds no key of the case. */
  readonly door: DocumentDoor | undefined;
  /** Of the page under which each is read; the holder's where it is left out. */
  readonly at?: string;
}

const LOOK_AGAIN_MS = 1_500;
const SELDOM_MS = 15_000;

/**
 * 文书: fetched from the department's own process, which makes them from the public log. A department that is slow or
 * down shows as such; what it has not made yet it makes when it is back.
 */
export function CaseDocuments({ id, events, door, at = `/cases/${id}` }: CaseDocumentsProps) {
  const { t } = useTranslation();
  const newest = Math.max(-1, ...events.map((event) => event.index));
  const read = useQuery({
    queryKey: ['documents', id],
    enabled: door !== undefined,
    retry: false,
    queryFn: () => (door === undefined ? undefined : readDocuments(door)),
    refetchInterval: ({ state }) => ((state.data?.readTo ?? 0) > newest ? SELDOM_MS : LOOK_AGAIN_MS),
  });
  if (door === undefined) return null;
  const documents = read.data?.documents ?? [];
  const isBehind = read.data !== undefined && read.data.readTo <= newest;
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title">{t('documents.title')}</h2>
      {read.isError && <Away error={read.error} retry={() => void read.refetch()} />}
      {documents.length > 0 && <DocumentList documents={documents} door={door} at={at} />}
      <div aria-live="polite">
        {isBehind && <p className="soft">{t('documents.making')}</p>}
        {!isBehind && !read.isError && read.data !== undefined && documents.length === 0 && (
          <p className="soft">{t('documents.none')}</p>
        )}
        {read.isPending && <p className="soft">{t('documents.asking')}</p>}
      </div>
    </section>
  );
}

function DocumentList({
  documents,
  door,
  at,
}: {
  readonly documents: readonly DepartmentDocument[];
  readonly door: DocumentDoor;
  readonly at: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="documents">
        {documents.map((document) => (
          <DocumentRow key={document.key} document={document} door={door} at={at} />
        ))}
      </ul>
      <p className="small soft">{t('documents.sealed')}</p>
    </>
  );
}

/** A department that cannot be reached is no failure of the reader's: the words say that nothing is lost. */
function Away({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useTranslation();
  const isAway = ['unreachable', 'timeout'].includes(failureOf(error).code);
  if (!isAway) return <Failure error={error} retry={retry} />;
  return (
    <Notice tone="warn" title={t('documents.awayTitle')} live="status">
      <p>{t('documents.awayWords')}</p>
      <button type="button" className="button second" onClick={retry}>
        {t('failure.retry')}
      </button>
    </Notice>
  );
}
