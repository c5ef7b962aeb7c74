import type { OwnAttachment } from '@minglu/sdk';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { MAX_PAGES } from '../forms/premises.ts';
import { PortalError } from '../server/failure.ts';
import { forgetPage } from '../store/page-store.ts';
import { addPage } from './add-page.ts';
import { PagePreview } from './PagePreview.tsx';

interface PremisesAnswerProps {
  readonly id: string;
  /** Who will be able to open it. */
  readonly organ: string;
  readonly pages: readonly OwnAttachment[];
  readonly onChange: (pages: readonly OwnAttachment[]) => void;
}

const ACCEPT = 'image/*,application/pdf';

/** 使用证明: photographed or chosen, drawn anew, sealed here and now; shown again, replaced, removed. */
export function PremisesAnswer({ id, organ, pages, onChange }: PremisesAnswerProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState('');
  const adding = useRef<HTMLInputElement>(null);
  async function take(files: readonly File[], replaced?: number): Promise<void> {
    if (files.length === 0) return;
    setBusy(true);
    setError(undefined);
    let next = pages;
    try {
      for (const file of files) {
        if (replaced === undefined && next.length >= MAX_PAGES) throw new PortalError('photos-too-many');
        const page = await addPage(file);
        next = replaced === undefined ? [...next, page] : next.map((one, at) => (at === replaced ? page : one));
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
    if (next === pages) return;
    onChange(next);
    setSaid(t('premises.added', { count: next.length }));
    const gone = replaced === undefined ? undefined : pages[replaced];
    if (gone !== undefined) await forgetPage(gone.digest);
  }
  async function remove(at: number): Promise<void> {
    const gone = pages[at];
    onChange(pages.filter((_page, index) => index !== at));
    setSaid(t('premises.removed', { number: at + 1 }));
    adding.current?.focus();
    if (gone !== undefined) await forgetPage(gone.digest);
  }
  return (
    <div className="field">
      <p className="hint" id={`${id}-hint`}>
        {t('premises.hint')}
      </p>
      {error !== undefined && <Failure error={error} />}
      <ul className="pages" aria-label={t('premises.pages')}>
        {pages.map((page, at) => (
          <li key={page.digest}>
            <PagePreview page={page} number={at + 1} />
            <p>{t('premises.page', { number: at + 1 })}</p>
            <div className="page-actions">
              <FileButton
                label={t('premises.replace')}
                spoken={t('premises.replacePage', { number: at + 1 })}
                take={(files) => void take(files.slice(0, 1), at)}
              />
              <button
                type="button"
                className="link-button"
                aria-label={t('premises.removePage', { number: at + 1 })}
                onClick={() => void remove(at)}
              >
                {t('premises.remove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {busy && <Waiting>{t('premises.working')}</Waiting>}
      <p className="hidden-visually" role="status">
        {said}
      </p>
      {pages.length < MAX_PAGES && (
        <div className="page-add">
          <div className="file-button">
            <label className="button second" htmlFor={`${id}-camera`}>
              <Icon name="eye" />
              {t('premises.take')}
            </label>
            <input
              id={`${id}-camera`}
              type="file"
              accept="image/*"
              capture="environment"
              disabled={busy}
              aria-describedby={`${id}-hint`}
              onChange={(event) => takeFrom(event.target, (files) => void take(files))}
            />
          </div>
          <div className="file-button">
            <label className="button second" htmlFor={id}>
              <Icon name="down" />
              {t('premises.choose')}
            </label>
            <input
              id={id}
              ref={adding}
              type="file"
              multiple
              accept={ACCEPT}
              disabled={busy}
              aria-describedby={`${id}-hint`}
              onChange={(event) => takeFrom(event.target, (files) => void take(files))}
            />
          </div>
        </div>
      )}
      <Notice tone="brand">
        <p>{t('premises.who', { organ })}</p>
      </Notice>
    </div>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly spoken: string;
  readonly take: (files: readonly File[]) => void;
}

function FileButton({ label, spoken, take }: FileButtonProps) {
  return (
    <label className="link-button file-button">
      {label}
      <input type="file" accept={ACCEPT} aria-label={spoken} onChange={(event) => takeFrom(event.target, take)} />
    </label>
  );
}

/** The chooser is emptied, so that the same file can be chosen again. */
function takeFrom(input: HTMLInputElement, take: (files: readonly File[]) => void): void {
  const files = [...(input.files ?? [])];
  input.value = '';
  take(files);
}
