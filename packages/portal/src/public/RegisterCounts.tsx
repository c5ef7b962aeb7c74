import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { useRegions } from '../server/use-regions.ts';

const MONTHS = 12;

/** How many were issued where and when; of all services, whatever is searched for above. */
export function RegisterCounts() {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const counts = useQuery({ queryKey: ['counts'], staleTime: 30_000, queryFn: () => api.get('/api/counts', {}) });
  const rows = (counts.data?.counts ?? []).filter(({ issued }) => issued > 0);
  if (rows.length === 0) return null;
  const byRegion = sumBy(rows, ({ region }) => region).map(([code, count]) => [nameOf(code), count] as const);
  const byMonth = sumBy(rows, ({ month }) => month)
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .slice(0, MONTHS);
  const tables = [
    { title: t('registerExport.byRegion'), rows: byRegion },
    { title: t('registerExport.byMonth'), rows: byMonth },
  ];
  return (
    <details className="after-actions">
      <summary>{t('registerExport.counts')}</summary>
      {tables.map(({ title, rows: shown }) => (
        <table className="table counts" key={title}>
          <caption>{title}</caption>
          <tbody>
            {shown.map(([name, count]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{format.count(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}

function sumBy<T extends { readonly issued: number }>(rows: readonly T[], keyOf: (row: T) => string) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.issued);
  return [...sums];
}
