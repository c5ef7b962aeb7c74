import type { OwnAttachment } from '@minglu/sdk';
import { useTranslation } from '../language/use-translation.ts';
import { PagePreview } from './PagePreview.tsx';
import { ACCEPT, takeFrom } from './take-files.ts';

interface PremisesPagesProps {
  readonly pages: readonly OwnAttachment[];
  readonly replace: (at: number, files: readonly File[]) => void;
  readonly remove: (at: number) => void;
}

/** The pages that were added, each to be replaced or removed. */
export function PremisesPages({ pages, replace, remove }: PremisesPagesProps) {
  const { t } = useTranslation();
  return (
    <ul className="pages" aria-label={t('premises.pages')}>
      {pages.map((page, at) => (
        <li key={page.digest}>
          <PagePreview page={page} number={at + 1} />
          <p>{t('premises.page', { number: at + 1 })}</p>
          <div className="page-actions">
            <FileButton
              label={t('premises.replace')}
              spoken={t('premises.replacePage', { number: at + 1 })}
              take={(files) => replace(at, files)}
            />
            <button
              type="button"
              className="link-button"
              aria-label={t('premises.removePage', { number: at + 1 })}
              onClick={() => remove(at)}
            >
              {t('premises.remove')}
            </button>
          </div>
        </li>
      ))}
    </ul>
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
