import { useQuery } from '@tanstack/react-query';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';

interface NameCheckProps {
  readonly name: string;
  readonly region: string;
  readonly surname: string;
  readonly pick: (name: string) => void;
}

const LONGEST = 60;
const OFFERED = 3;

/** A name that another shop of the district has is told before anything is sent, with some that are free. Nobody is stopped. */
export function NameCheck({ name, region, surname, pick }: NameCheckProps) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['name', region, name],
    queryFn: () => freeNames(name, region, surname),
    staleTime: 10_000,
  });
  if (found.data === undefined || !found.data.taken) return null;
  return (
    <Notice tone="warn" title={t('registering.name.taken', { name })} live="status">
      <p>{t('registering.name.takenWords')}</p>
      {found.data.free.length > 0 && (
        <>
          <p>{t('registering.name.free')}</p>
          <div className="actions">
            {found.data.free.map((one) => (
              <button key={one} type="button" className="button second" onClick={() => pick(one)}>
                {one}
              </button>
            ))}
          </div>
        </>
      )}
    </Notice>
  );
}

async function freeNames(name: string, region: string, surname: string) {
  const isTaken = async (one: string) => (await api.get('/api/names', { region, name: one })).taken;
  if (!(await isTaken(name))) return { taken: false, free: [] };
  const candidates = [`${surname}记${name}`, `${surname}家${name}`, `新${name}`, `小${name}`, `老街${name}`].filter(
    (one) => [...one].length <= LONGEST,
  );
  const answers = await Promise.all(candidates.map(isTaken));
  return { taken: true, free: candidates.filter((_, index) => answers[index] === false).slice(0, OFFERED) };
}
