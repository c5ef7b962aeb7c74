import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import type { CaseFile } from '../server/ledger.ts';
import type { ChosenPurpose } from '../unmask/use-purpose.ts';
import { DocumentView } from './DocumentView.tsx';
import { attachmentsOf, type OpenedDocument, openDocuments } from './open-documents.ts';

interface CaseAttachmentsProps {
  readonly id: string;
  readonly file: CaseFile | undefined;
  readonly officer: Officer;
  readonly purpose: ChosenPurpose;
}

/** The applicant's documents: opened when the officer asks, one page at a time, and gone when the page is left. */
export function CaseAttachments({ id, file, officer, purpose }: CaseAttachmentsProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<readonly OpenedDocument[]>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [at, setAt] = useState(0);
  async function open(): Promise<void> {
    const said = purpose.require();
    if (file === undefined || said === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      setOpened(await openDocuments({ id, file, purpose: said }, officer));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  const pages = attachmentsOf(file).length;
  const shown = opened?.[at];
  if (pages === 0) return <p className="soft">{t('attachments.none')}</p>;
  return (
    <>
      <p className="soft small measure">{t('attachments.words')}</p>
      {error !== undefined && <Failure error={error} />}
      {busy && <Waiting>{t('attachments.opening')}</Waiting>}
      {opened === undefined && !busy && (
        <div className="actions">
          <button type="button" className="button second" onClick={() => void open()}>
            <Icon name="eye" />
            {t('attachments.open')}
          </button>
        </div>
      )}
      {shown !== undefined && (
        <>
          <div className="document-tools">
            <button type="button" className="button second" disabled={at === 0} onClick={() => setAt(at - 1)}>
              {t('attachments.previous')}
            </button>
            <p role="status">{t('attachments.page', { number: at + 1, pages })}</p>
            <button type="button" className="button second" disabled={at === pages - 1} onClick={() => setAt(at + 1)}>
              {t('attachments.next')}
            </button>
          </div>
          <DocumentView key={shown.attachment.digest} document={shown} number={at + 1} />
        </>
      )}
    </>
  );
}
