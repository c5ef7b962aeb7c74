import { useQuery } from '@tanstack/react-query';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { catalogueQuery } from '../scope/catalogue.ts';
import { findServiceWords, type NameRule, type Service } from '../server/service.ts';
import { useRegions } from '../server/use-regions.ts';
import { nameParts, nameProblems } from './name-parts.ts';

interface NamePartsViewProps {
  readonly service: Service;
  readonly rule: NameRule;
  readonly name: string;
}

/** The name in its four parts while it is typed, and each word that will be looked at, with its article. Nobody is stopped. */
export function NamePartsView({ service, rule, name }: NamePartsViewProps) {
  const { t, i18n } = useTranslation();
  const { regions } = useRegions();
  const catalogue = useQuery(catalogueQuery(service));
  const items = catalogue.data?.items ?? [];
  const trades = items.flatMap(({ name: official, everyday = [] }) => [...everyday, official]);
  const parts = nameParts(name, rule, { places: regions.map((region) => region.name), trades });
  const problems = nameProblems(name, rule, parts);
  if (name.trim() === '') return null;
  return (
    <div aria-live="polite">
      <p className="small soft">
        {t('nameParts.title', { law: rule.partsArticle.law, article: rule.partsArticle.article })}
      </p>
      <ul className="name-parts">
        {(['place', 'shopName', 'trade', 'form'] as const).map((part) => (
          <li key={part} {...(parts[part] === '' ? { 'data-missing': '' } : {})}>
            <span className="small soft">{t(`nameParts.${part}`)}</span>
            <span>{parts[part] === '' ? t(`nameParts.without.${part}`) : parts[part]}</span>
          </li>
        ))}
      </ul>
      {problems.length > 0 && (
        <Notice tone="warn" title={t('nameParts.looked')}>
          <ul>
            {problems.map(({ code, word, article }) => (
              <li key={code + word}>
                {(findServiceWords(service, `name.${code}`, i18n.language) ?? word).replace('{{word}}', word)}
                <span className="soft">
                  （{article.law} {article.article}）
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
