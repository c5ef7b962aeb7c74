import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { cityQuery } from '../server/queries.ts';
import { CityPulse } from './CityPulse.tsx';
import { isWell, ProcessCard } from './ProcessCard.tsx';

/** As often as a dead process may come back. */
const LOOK_EVERY_MS = 2_000;

/** What runs, what died and came back, what fails while it runs, and what to do: for anyone, as the operator sees it. */
export function CityPage() {
  const { t } = useTranslation();
  const city = useQuery({ ...cityQuery, staleTime: 0, retry: false, refetchInterval: LOOK_EVERY_MS });
  const processes = city.data?.processes ?? [];
  const troubled = processes.filter((one) => !isWell(one));
  return (
    <>
      <PageHeading title={t('processes.title')} lead={t('processes.lead')} />
      {city.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {city.isError && <Failure error={city.error} retry={() => void city.refetch()} />}
      {city.data !== undefined && processes.length === 0 && <p>{t('processes.none')}</p>}
      {processes.length > 0 && (
        <>
          <Notice
            tone={troubled.length === 0 ? 'good' : 'warn'}
            live="status"
            title={
              troubled.length === 0
                ? t('processes.allWell', { total: processes.length })
                : t('processes.someNot', { troubled: troubled.length, total: processes.length })
            }
          />
          <ul className="processes">
            {[...troubled, ...processes.filter(isWell)].map((one) => (
              <ProcessCard key={one.name} process={one} departments={city.data?.departments ?? []} />
            ))}
          </ul>
          <h2>{t('history.witnesses')}</h2>
          <p className="measure">{t('history.witnessWords')}</p>
        </>
      )}
      {city.data !== undefined && <CityPulse city={city.data} />}
    </>
  );
}
