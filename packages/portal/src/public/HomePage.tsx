import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { MatterSearch } from '../matters/MatterSearch.tsx';
import { cityQuery, servicesQuery } from '../server/queries.ts';
import { wordsIn } from '../server/service.ts';
import { useSession } from '../session/session.ts';
import { CityNumbers } from './CityNumbers.tsx';
import { CityPulse } from './CityPulse.tsx';
import { NumberSearch } from './NumberSearch.tsx';

const KeptDrafts = lazy(async () => ({ default: (await import('../drafts/KeptDrafts.tsx')).KeptDrafts }));

export function HomePage() {
  const { t, i18n } = useTranslation();
  const city = useQuery(cityQuery);
  const services = useQuery(servicesQuery);
  const { session } = useSession();
  return (
    <>
      <div className="hero">
        <PageHeading title={t('home.title')} lead={t('home.lead')} />
        <MatterSearch />
      </div>
      <div className="columns">
        <section className="card" aria-labelledby="home-apply">
          <h2 id="home-apply">{t('home.apply')}</h2>
          <p>{t('home.applyWords')}</p>
          <ul className="plain">
            {(services.data ?? []).map((service) => (
              <li key={service.id}>
                <Link className="button" to={`/apply/${service.id}`}>
                  {wordsIn(service.title, i18n.language)}
                </Link>
              </li>
            ))}
          </ul>
          {session !== undefined && (
            <Suspense fallback={null}>
              <KeptDrafts session={session} services={services.data ?? []} />
            </Suspense>
          )}
          {services.isError && <p className="soft">{t('home.servicesMissing')}</p>}
        </section>
        <section className="card" aria-labelledby="home-verify">
          <h2 id="home-verify">{t('home.verify')}</h2>
          <p>{t('home.verifyWords')}</p>
          <NumberSearch />
          <p>
            <Link to="/verify">{t('home.verifyFile')}</Link>
          </p>
        </section>
        <section className="card" aria-labelledby="home-history">
          <h2 id="home-history">{t('home.history')}</h2>
          <p>{t('home.historyWords')}</p>
          {city.data !== undefined && <CityPulse city={city.data} />}
          <p>
            <Link to="/history">{t('home.historyLink')}</Link>
          </p>
        </section>
        <CityNumbers />
      </div>
      <HowItWorks />
    </>
  );
}

function HowItWorks() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="home-how">
      <h2 id="home-how">{t('home.how')}</h2>
      <ol className="measure">
        <li>{t('home.how1')}</li>
        <li>{t('home.how2')}</li>
        <li>{t('home.how3')}</li>
      </ol>
      <p>
        <Link to="/about">{t('home.howLink')}</Link>
      </p>
      <p>
        <Link to="/try">{t('home.tryLink')}</Link>
      </p>
    </section>
  );
}
