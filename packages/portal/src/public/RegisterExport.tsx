import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { servicesQuery } from '../server/queries.ts';
import type { RegisterFilter } from './parse-register-filter.ts';

const ExportCheck = lazy(async () => ({ default: (await import('./ExportCheck.tsx')).ExportCheck }));

/** The register as a file: a table to read, or lines with proofs that anybody can count. What is asked for above holds here too. */
export function RegisterExport({ filter }: { readonly filter: RegisterFilter }) {
  const { t } = useTranslation();
  const services = useQuery(servicesQuery);
  const [isChecking, setChecking] = useState(false);
  const service = services.data?.find(({ kind }) => kind === filter.kind);
  const { region, month } = filter;
  const asked = { region, month, service: filter.kind === undefined ? undefined : service?.id };
  const linkTo = (format: 'csv' | 'jsonl'): string => {
    const query = new URLSearchParams({ format });
    for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
    return `/api/register/export?${query}`;
  };
  return (
    <section aria-labelledby="register-export">
      <h2 id="register-export">{t('registerExport.title')}</h2>
      <p className="measure">{t('registerExport.words')}</p>
      <div className="actions">
        <a className="button second" href={linkTo('csv')} download>
          {t('registerExport.csv')}
        </a>
        <a className="button second" href={linkTo('jsonl')} download>
          {t('registerExport.jsonl')}
        </a>
      </div>
      <p className="soft small measure">{t('registerExport.proves')}</p>
      {isChecking ? (
        <Suspense fallback={<Waiting>…</Waiting>}>
          <ExportCheck />
        </Suspense>
      ) : (
        <button type="button" className="link-button" onClick={() => setChecking(true)}>
          {t('registerExport.check')}
        </button>
      )}
    </section>
  );
}
