import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';
import { Icon } from './Icon.tsx';

interface PageHeadingProps {
  readonly title: string;
  /** A short line above the title, such as how far along a form is. */
  readonly kicker?: string;
  readonly lead?: string | undefined;
  readonly back?: { readonly to: string; readonly label: string };
  /** An error page or a form with an error summary puts the focus elsewhere. */
  readonly focus?: boolean;
}

let shownPath: string | undefined;

/** The page's one h1. A change of page happens without a reload, so title and focus are moved by hand for screen readers. */
export function PageHeading({ title, kicker, lead, back, focus = true }: PageHeadingProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('brand.full')}`;
    // The first page of a visit keeps the browser's own focus; so does a page that only changed its language.
    if (focus && shownPath !== undefined && shownPath !== pathname) heading.current?.focus();
    shownPath = pathname;
  }, [title, focus, pathname, t]);
  return (
    <>
      {back !== undefined && (
        <p>
          <Link to={back.to}>
            <Icon name="back" />
            {back.label}
          </Link>
        </p>
      )}
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </>
  );
}
