import { useTranslation } from '../language/use-translation.ts';
import { PAGE_SIZE } from './desk-question.ts';

interface PagesProps {
  readonly total: number;
  readonly offset: number;
  readonly go: (offset: number) => void;
}

/** The way to what does not fit on one page; the total is that of all pages. */
export function Pages({ total, offset, go }: PagesProps) {
  const { t } = useTranslation();
  if (total <= PAGE_SIZE && offset === 0) return null;
  return (
    <nav className="actions" aria-label={t('desk.pages')}>
      <button
        type="button"
        className="button second"
        disabled={offset === 0}
        onClick={() => go(Math.max(0, offset - PAGE_SIZE))}
      >
        {t('desk.before')}
      </button>
      <span>{t('desk.page', { page: offset / PAGE_SIZE + 1, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) })}</span>
      <button
        type="button"
        className="button second"
        disabled={offset + PAGE_SIZE >= total}
        onClick={() => go(offset + PAGE_SIZE)}
      >
        {t('desk.after')}
      </button>
    </nav>
  );
}
