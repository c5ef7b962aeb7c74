import { useMemo } from 'react';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { MatterItem } from './MatterItem.tsx';
import type { matterFinderQuery } from './matters-query.ts';

type Known = Awaited<ReturnType<NonNullable<typeof matterFinderQuery.queryFn>>>;

const SHOWN = 6;

/** The best few; where nothing is near, words and a number to call instead of a wrong answer. */
export function MatterResults({ query, known }: { readonly query: string; readonly known: Known }) {
  const { t } = useTranslation();
  const result = useMemo(() => known.find(query), [known, query]);
  const found = result.kind === 'hits' ? result.hits.slice(0, SHOWN) : [];
  const matters = found.flatMap((hit) => {
    const matter = known.matters.find((one) => one.id === hit.id);
    return matter === undefined ? [] : [{ matter, terms: hit.matched.map(({ term }) => term) }];
  });
  return (
    <div className="matter-results">
      <p className="small soft" role="status">
        {matters.length === 0 ? t('matters.noneTitle') : t('matters.found', { count: matters.length })}
      </p>
      {matters.length === 0 ? (
        <Notice tone="quiet" title={t('matters.noneTitle')}>
          <p>{t('matters.noneWords')}</p>
          <p>
            <a className="button second" href="tel:12345">
              {t('matters.call')}
            </a>
          </p>
        </Notice>
      ) : (
        <ul className="list">
          {matters.map(({ matter, terms }) => (
            <MatterItem key={matter.id} matter={matter} organ={known.organs[matter.organ]} terms={terms} />
          ))}
        </ul>
      )}
    </div>
  );
}
