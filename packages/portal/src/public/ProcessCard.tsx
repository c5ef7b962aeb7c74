import { Facts } from '../design/Facts.tsx';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { City, CityDepartment } from '../server/city.ts';

export type CityProcess = City['processes'][number];

const tones: Readonly<Record<CityProcess['state'], Tone>> = {
  starting: 'brand',
  running: 'good',
  restarting: 'bad',
  stopped: 'warn',
};

export const isWell = ({ state, troubles }: CityProcess): boolean => state === 'running' && troubles.length === 0;

interface ProcessCardProps {
  readonly process: CityProcess;
  readonly departments: readonly CityDepartment[];
}

/** One process: who it is for, its state since when, what it died of, what of its work fails, and what to do. */
export function ProcessCard({ process, departments }: ProcessCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, since, restarts, lastEnd, troubles, organs, kind, name } = process;
  const nameOf = (id: string) => departments.find((one) => one.id === id)?.name ?? id;
  const isFailing = state === 'running' && troubles.length > 0;
  return (
    <li className="card">
      <h2>{organs.length === 0 ? t(`processes.kind.${kind}`) : organs.map(nameOf).join('、')}</h2>
      <p>
        <Tag tone={isFailing ? 'warn' : tones[state]}>{t(`processes.state.${isFailing ? 'failing' : state}`)}</Tag>
      </p>
      <Facts
        facts={[
          { label: t('processes.name'), value: isWell(process) ? undefined : <span className="mono">{name}</span> },
          { label: t('processes.since'), value: format.time(since) },
          { label: t('processes.restarts'), value: restarts === 0 ? undefined : restarts },
          { label: t('processes.lastEnd'), value: lastEnd === undefined ? undefined : endWords(lastEnd, t) },
        ]}
      />
      {troubles.map((one) => (
        <p key={`${one.organ} ${one.part}`}>
          {t(`processes.trouble.${one.part}`, { organ: nameOf(one.organ), since: format.time(one.since) })}{' '}
          <span className="mono">{one.code}</span>
        </p>
      ))}
      {!isWell(process) && <p className="measure">{t(`processes.remedy.${remedyOf(process)}`)}</p>}
    </li>
  );
}

/** Signals have a name; anything else is the number a program ended with. */
function endWords(end: string, t: (key: string, values: { end: string }) => string): string {
  return t(end.startsWith('SIG') ? 'processes.bySignal' : 'processes.byCode', { end });
}

function remedyOf({ state, troubles }: CityProcess): string {
  if (state !== 'running') return state;
  const [first] = troubles;
  if (first?.code.startsWith('log-')) return 'log';
  return first?.part ?? 'follow';
}
