import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';

interface CheckedAnewProps {
  /** The case that is filed anew. */
  readonly previous: string | undefined;
  readonly asNew: () => void;
}

/** Said before the button: this is the second filing of an earlier case, unless the person says otherwise. */
export function CheckedAnew({ previous, asNew }: CheckedAnewProps) {
  const { t } = useTranslation();
  if (previous === undefined) return null;
  return (
    <Notice tone="warn" title={t('draftPlace.anew')}>
      <p>{t('draftPlace.anewWords', { id: previous })}</p>
      <button type="button" className="link-button" onClick={asNew}>
        {t('draftPlace.asNew')}
      </button>
    </Notice>
  );
}
