import type { OwnAttachment } from '@minglu/sdk';
import { useRef, useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { MAX_PAGES, PREMISES } from '../forms/premises.ts';
import { useTranslation } from '../language/use-translation.ts';
import { PortalError } from '../server/failure.ts';
import { forgetPage } from '../store/page-store.ts';
import { AddPage } from './AddPage.tsx';
import { addPage } from './add-page.ts';
import { PremisesPages } from './PremisesPages.tsx';

interface PremisesAnswerProps {
  readonly id: string;
  /** Who will be able to open it. */
  readonly organ: string;
  readonly pages: readonly OwnAttachment[];
  readonly onChange: (pages: readonly OwnAttachment[]) => void;
  /** What they show; the premises' own paper where it is not said. */
  readonly kind?: string;
  readonly hint?: string;
  readonly max?: number;
  readonly problem?: string | undefined;
}

/** 使用证明: photographed or chosen, drawn anew, sealed here and now; shown again, replaced, removed. */
export function PremisesAnswer(props: PremisesAnswerProps) {
  const { id, organ, pages, onChange, kind = PREMISES, hint, max = MAX_PAGES, problem } = props;
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
        if (replaced === undefined && next.length >= max) throw new PortalError('photos-too-many');
        const page = await addPage(file, kind);
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
        {hint ?? t('premises.hint')}
      </p>
      {problem !== undefined && (
        <div className="field-error">
          <Icon name="bad" />
          {problem}
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
      <PremisesPages
        pages={pages}
        replace={(at, files) => void take(files.slice(0, 1), at)}
        remove={(at) => void remove(at)}
      />
      {busy && <Waiting>{t('premises.working')}</Waiting>}
      <p className="hidden-visually" role="status">
        {said}
      </p>
      {pages.length < max && <AddPage id={id} busy={busy} adding={adding} take={(files) => void take(files)} />}
      <Notice tone="brand">
        <p>{t('premises.who', { organ })}</p>
      </Notice>
    </div>
  );
}
