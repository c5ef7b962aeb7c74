import { NavLink } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';

const pages = ['', '/findings', '/holds', '/emergencies', '/sample'] as const;

/** The pages of the workspace; exports are a question like any other. */
export function AuditorNav() {
  const { t } = useTranslation();
  return (
    <nav className="desk-tabs" aria-label={t('auditor.pages')}>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <NavLink to={`/auditor${page}`} end>
              {t(`auditor.nav.${page === '' ? 'query' : page.slice(1)}`)}
            </NavLink>
          </li>
        ))}
        <li>
          <NavLink to="/officer/rights/who">{t('auditor.nav.who')}</NavLink>
        </li>
      </ul>
    </nav>
  );
}
