import { useQuery } from '@tanstack/react-query';
import { Facts } from '../design/Facts.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { sumCounts } from './sum-counts.ts';

/** What the public record counts to, as it stands now; nothing while nobody has filed anything. */
export function CityNumbers() {
  const { t } = useTranslation();
  const format = useFormat();
  const counts = useQuery({ queryKey: ['counts'], queryFn: () => api.get('/api/counts', {}) });
  const { submitted, issued, regions, months } = sumCounts(counts.data?.counts ?? []);
  if (submitted === 0) return null;
  return (
    <section className="card numbers" aria-labelledby="home-numbers">
      <h2 id="home-numbers">{t('numbers.title')}</h2>
      <Facts
        facts={[
          { label: t('numbers.submitted'), value: format.count(submitted) },
          { label: t('numbers.issued'), value: format.count(issued) },
          { label: t('numbers.regions'), value: format.count(regions) },
          { label: t('numbers.months'), value: format.count(months) },
        ]}
      />
    </section>
  );
}
