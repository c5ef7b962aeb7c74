import type { OwnAttachment } from '@minglu/sdk';
import { useTranslation } from '../language/use-translation.ts';
import { PagePreview } from './PagePreview.tsx';

/** The documents of one's own case, opened from this browser. */
export function OwnDocuments({ pages }: { readonly pages: readonly OwnAttachment[] }) {
  const { t } = useTranslation();
  return (
    <ul className="pages" aria-label={t('premises.pages')}>
      {pages.map((page, at) => (
        <li key={page.digest}>
          <PagePreview page={page} number={at + 1} />
          <p>{t('premises.page', { number: at + 1 })}</p>
        </li>
      ))}
    </ul>
  );
}
