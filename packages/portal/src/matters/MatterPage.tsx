import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { NotFoundPage } from '../public/NotFoundPage.tsx';
import { wordsIn } from '../server/service.ts';
import { LawList } from './LawList.tsx';
import { MaterialList } from './MaterialList.tsx';
import { MatterTimes } from './MatterTimes.tsx';
import { matterGuideQuery } from './matters-query.ts';
import { SampleLicence } from './SampleLicence.tsx';

/** 办事指南: conditions, materials, clocks, fee, sample, office, telephone, articles, and what usually goes wrong. */
export function MatterPage() {
  const { t, i18n } = useTranslation();
  const { id = '' } = useParams();
  const found = useQuery(matterGuideQuery(id));
  const back = { to: '/matters', label: t('matters.title') };
  if (found.isError) {
    return (
      <>
        <PageHeading title={t('matters.title')} back={back} />
        <Failure error={found.error} retry={() => void found.refetch()} />
      </>
    );
  }
  if (found.isPending) return <Waiting>{t('matters.fetching')}</Waiting>;
  if (found.data === null) return <NotFoundPage />;
  const { matter, guide, organ, follows } = found.data;
  const say = (words: { 'zh-CN': string; en: string }): string => wordsIn(words, i18n.language);
  return (
    <>
      <PageHeading title={say(matter.name)} lead={say(matter.summary)} back={back} />
      {guide.isDemonstration && (
        <Notice tone="quiet" title={t('matters.demoTitle')}>
          <p>{t('matters.demoWords')}</p>
        </Notice>
      )}
      {matter.canApply ? (
        <div className="actions">
          <Link className="button" to={`/apply/${matter.id}`}>
            {t('matters.apply')}
          </Link>
        </div>
      ) : (
        <p className="measure">{t('matters.notHere')}</p>
      )}
      <h2>{t('matters.conditions')}</h2>
      <ul className="measure">
        {guide.conditions.map((one) => (
          <li key={one['zh-CN']}>{say(one)}</li>
        ))}
      </ul>
      <h2>{t('matters.materials')}</h2>
      <MaterialList materials={guide.materials} />
      <h2>{t('matters.times')}</h2>
      <MatterTimes guide={guide} organ={organ} />
      <h2>{t('matters.faults')}</h2>
      <ol className="measure">
        {guide.faults.map((one) => (
          <li key={one['zh-CN']}>{say(one)}</li>
        ))}
      </ol>
      <h2>{t('matters.sample')}</h2>
      <p className="measure">{say(guide.sample)}</p>
      {matter.canApply && !matter.organ.startsWith('service:') && <SampleLicence />}
      <h2>{t('matters.law')}</h2>
      <LawList basis={guide.basis} />
      {follows.length > 0 && (
        <>
          <h2>{t('matters.follows')}</h2>
          <ul className="measure">
            {follows.map((next) => (
              <li key={next.id}>
                <Link to={`/matters/${next.id}`}>{say(next.name)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
