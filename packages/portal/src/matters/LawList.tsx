import type { Basis } from '@minglu/matters';
import { useTranslation } from '../language/use-translation.ts';

/** Statutes with the articles that were compared with their text; others by name only, and said so. */
export function LawList({ basis }: { readonly basis: readonly Basis[] }) {
  const { t } = useTranslation();
  const laws = new Map<string, string[]>();
  for (const { law, article, isVerified } of basis) {
    const articles = laws.get(law) ?? [];
    if (article !== undefined && isVerified) articles.push(article);
    laws.set(law, articles);
  }
  return (
    <ul className="measure">
      {[...laws].map(([law, articles]) => (
        <li key={law}>
          《{law}》{articles.length > 0 ? articles.join('、') : t('matters.lawUnchecked')}
        </li>
      ))}
    </ul>
  );
}
