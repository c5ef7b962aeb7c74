import type { RefObject } from 'react';
import { Icon } from '../design/Icon.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { ACCEPT, takeFrom } from './take-files.ts';

interface AddPageProps {
  readonly id: string;
  readonly busy: boolean;
  /** The chooser, which takes the focus when a page was removed. */
  readonly adding: RefObject<HTMLInputElement | null>;
  readonly take: (files: readonly File[]) => void;
}

/** The camera, and the album or folder. */
export function AddPage({ id, busy, adding, take }: AddPageProps) {
  const { t } = useTranslation();
  return (
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
          onChange={(event) => takeFrom(event.target, (files) => take(files))}
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
          onChange={(event) => takeFrom(event.target, (files) => take(files))}
        />
      </div>
    </div>
  );
}
