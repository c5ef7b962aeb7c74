import { useTranslation } from '../language/use-translation.ts';

interface PickedScopesProps {
  readonly picked: readonly string[];
  readonly nameOf: (code: string) => string;
  readonly remove: (code: string) => void;
}

/** What has been chosen so far, each with a way to take it back. */
export function PickedScopes({ picked, nameOf, remove }: PickedScopesProps) {
  const { t } = useTranslation();
  if (picked.length === 0) return null;
  return (
    <section aria-label={t('scope.picked')}>
      <h2>{t('scope.picked')}</h2>
      <ul className="picked">
        {picked.map((code) => (
          <li key={code}>
            <span>
              {nameOf(code)} <span className="soft mono">{code}</span>
            </span>
            <button type="button" className="link-button" onClick={() => remove(code)}>
              {t('scope.remove')}
              <span className="hidden-visually"> {nameOf(code)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
