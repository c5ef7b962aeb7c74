import type { DepartmentDocument } from '@minglu/sdk';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { DocumentDoor } from './document-door.ts';
import { fetchDocument } from './read-documents.ts';
import { saveDocument } from './save-document.ts';

interface DocumentRowProps {
  readonly document: DepartmentDocument;
  readonly door: DocumentDoor;
  readonly at: string;
}

/** One 文书: its name, number and day, and the file itself. */
export function DocumentRow({ document: listed, door, at }: DocumentRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      saveDocument(listed, await fetchDocument(door, listed));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <li>
      <div>
        <p>
          <strong lang="zh-CN">{listed.title}</strong>
        </p>
        <p className="small soft">
          <span lang="zh-CN">{listed.number}</span> · {format.day(listed.time)} ·{' '}
          {t('documents.size', { size: format.count(Math.ceil(listed.size / 1024)) })}
        </p>
        {error !== undefined && <Failure error={error} />}
      </div>
      <div className="actions">
        <Link
          className="button second"
          to={`${at}/documents/${listed.key}`}
          aria-label={t('sealedPdf.readOf', { title: listed.title, number: listed.number })}
        >
          {t('sealedPdf.read')}
        </Link>
        <button
          type="button"
          className="button second"
          disabled={busy}
          aria-label={t('documents.saveOf', { title: listed.title, number: listed.number })}
          onClick={() => void save()}
        >
          {t(busy ? 'documents.saving' : 'documents.save')}
        </button>
      </div>
    </li>
  );
}
