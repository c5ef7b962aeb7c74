import type { DepartmentDocument } from '@minglu/sdk';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { DocumentDoor } from './document-door.ts';
import { fetchDocument } from './read-documents.ts';

interface DocumentRowProps {
  readonly document: DepartmentDocument;
  readonly door: DocumentDoor;
}

/** One 文书: its name, number and day, and the file itself. */
export function DocumentRow({ document: listed, door }: DocumentRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const url = URL.createObjectURL(await fetchDocument(door, listed));
      const link = document.createElement('a');
      link.href = url;
      link.download = `${listed.title}-${listed.number}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
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
      <button
        type="button"
        className="button second"
        disabled={busy}
        aria-label={t('documents.saveOf', { title: listed.title, number: listed.number })}
        onClick={() => void save()}
      >
        {t(busy ? 'documents.saving' : 'documents.save')}
      </button>
    </li>
  );
}
