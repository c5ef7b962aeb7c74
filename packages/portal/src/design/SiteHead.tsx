import { lazy, Suspense, useState } from 'react';
import { Link, NavLink } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';
import { isStaff, useSession } from '../session/session.ts';
import { BrandMark } from './BrandMark.tsx';

/** After the first paint: a page is not kept waiting for what is only said beside it. */
const InboxLink = lazy(async () => ({ default: (await import('../inbox/InboxLink.tsx')).InboxLink }));

export function SiteHead() {
  const { t } = useTranslation();
  const { session } = useSession();
  const [open, setOpen] = useState(false);
  const links: [string, string][] = [
    ['/', t('nav.home')],
    ['/verify', t('nav.verify')],
    ['/register', t('nav.register')],
    ['/history', t('nav.history')],
    ['/cases', t('nav.cases')],
    ...(isStaff(session) ? ([['/officer', t('nav.officer')]] as [string, string][]) : []),
    ['/about', t('nav.about')],
  ];
  return (
    <header className="site-head">
      <div className="wrap">
        <Link className="brand" to="/">
          <BrandMark />
          <span>{t('brand.name')}</span>
        </Link>
        <Suspense fallback={null}>
          <InboxLink />
        </Suspense>
        <button
          type="button"
          className="link-button menu-button"
          aria-expanded={open}
          aria-controls="site-nav"
          onClick={() => setOpen(!open)}
        >
          {open ? t('nav.close') : t('nav.menu')}
        </button>
        <nav id="site-nav" className="site-nav" data-open={open} aria-label={t('nav.label')}>
          <ul>
            {links.map(([to, label]) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'} onClick={() => setOpen(false)}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
