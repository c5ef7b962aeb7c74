import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Colleagues } from '../desk/use-colleagues.ts';
import { useFormat } from '../language/use-format.ts';
import type { CaseFile } from '../server/ledger.ts';
import { cityQuery } from '../server/queries.ts';

/** What departments said, who said it, and when: shared data is never shown without its source. */
interface AttestedFactsProps {
  readonly file: CaseFile | undefined;
  readonly colleagues: Colleagues;
}

export function AttestedFacts({ file, colleagues }: AttestedFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const city = useQuery(cityQuery);
  const nameOf = (id: string) => city.data?.departments.find((one) => one.id === id)?.name ?? id;
  const rows = (file?.attested ?? []).flatMap(({ issuer, facts, issuedAt }) =>
    Object.entries(facts)
      .filter(([name]) => !name.endsWith('-sealed'))
      .map(([name, value]) => ({ issuer, name, value, issuedAt })),
  );
  const wordsOf = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'officer.yes' : 'officer.no');
    const isOfficer = name.endsWith('at-counter-by');
    return (isOfficer ? colleagues.findName(String(value)) : undefined) ?? String(value);
  };
  if (rows.length === 0) return <p className="soft">{t('officer.noFacts')}</p>;
  return (
    <section className="table-scroll" aria-label={t('officer.attested')} tabIndex={rows.length > 0 ? 0 : undefined}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('officer.fact')}</th>
            <th scope="col">{t('officer.value')}</th>
            <th scope="col">{t('officer.source')}</th>
            <th scope="col">{t('officer.time')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.issuer} ${row.name}`}>
              <td>{t(`facts.${row.name}`, { defaultValue: row.name })}</td>
              <td>{wordsOf(row.name, row.value)}</td>
              <td>{nameOf(row.issuer)}</td>
              <td>{format.time(row.issuedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
