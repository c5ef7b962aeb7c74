import { useQuery } from '@tanstack/react-query';
import { Tag, type Tone } from '../design/Tag.tsx';
import type { Colleagues } from '../desk/use-colleagues.ts';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseFile } from '../server/ledger.ts';
import { cityQuery } from '../server/queries.ts';
import { trustQuery } from '../server/trust-query.ts';
import { type AttestationFinding, checkAttestations } from './check-attestations.ts';
import type { Officer } from './use-officer.ts';

const tones: Readonly<Record<AttestationFinding, Tone>> = { verified: 'good', revoked: 'warn', false: 'bad' };

interface AttestedFactsProps {
  readonly id: string;
  readonly officer: Officer;
  readonly file: CaseFile | undefined;
  readonly colleagues: Colleagues;
}

/** What departments said, who said it, when, and whether it still verifies: shared data is never shown without its source. */
export function AttestedFacts({ id, officer, file, colleagues }: AttestedFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const city = useQuery(cityQuery);
  const nameOf = (id: string) => city.data?.departments.find((one) => one.id === id)?.name ?? id;
  const trust = useQuery(trustQuery);
  const checked = useQuery({
    queryKey: ['attestations', id],
    enabled: trust.data !== undefined,
    queryFn: async () => (trust.data === undefined ? [] : checkAttestations(officer, id, trust.data)),
  });
  const rows = (file?.attested ?? []).flatMap(({ issuer, facts, issuedAt }, at) =>
    Object.entries(facts)
      .filter(([name]) => !name.endsWith('-sealed'))
      .map(([name, value]) => ({ issuer, name, value, issuedAt, finding: checked.data?.[at] })),
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
            <th scope="col">{t('attestation.title')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.issuer} ${row.name}`}>
              <td>{t(`facts.${row.name}`, { defaultValue: row.name })}</td>
              <td>{wordsOf(row.name, row.value)}</td>
              <td>{nameOf(row.issuer)}</td>
              <td>{format.time(row.issuedAt)}</td>
              <td>
                {row.finding === undefined ? (
                  <span className="soft">{t(checked.isError ? 'attestation.unknown' : 'attestation.checking')}</span>
                ) : (
                  <Tag tone={tones[row.finding]}>{t(`attestation.${row.finding}`)}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
