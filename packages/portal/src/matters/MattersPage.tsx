import type { Matter, Theme } from '@minglu/matters';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { MatterItem } from './MatterItem.tsx';
import { mattersQuery } from './matters-query.ts';

/** Every matter there is a guide for, by theme. */
export function MattersPage() {
  const { t } = useTranslation();
  const known = useQuery(mattersQuery);
  return (
    <>
      <PageHeading title={t('matters.title')} lead={t('matters.lead')} back={{ to: '/', label: t('nav.home') }} />
      {known.isError && <Failure error={known.error} retry={() => void known.refetch()} />}
      {known.isPending && <Waiting>{t('matters.fetching')}</Waiting>}
      {known.data !== undefined &&
        themesOf(known.data.matters).map(([theme, matters]) => (
          <section key={theme} aria-labelledby={`theme-${theme}`}>
            <h2 id={`theme-${theme}`}>{t(`matters.theme.${theme}`)}</h2>
            <ul className="list">
              {matters.map((matter) => (
                <MatterItem key={matter.id} matter={matter} organ={known.data.organs[matter.organ]} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function themesOf(matters: readonly Matter[]): [Theme, Matter[]][] {
  const themes = new Map<Theme, Matter[]>();
  for (const matter of matters) themes.set(matter.theme, [...(themes.get(matter.theme) ?? []), matter]);
  return [...themes];
}
