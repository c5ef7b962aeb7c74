import { Link } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';

/** Where else an officer works, by its page. */
const PLACES = [
  { to: '/counter', words: 'counter.title' },
  { to: '/officer/stand-in', words: 'standIn.title' },
  { to: '/officer/keys', words: 'officerKeys.title' },
  { to: '/officer/annulments', words: 'annulment.list' },
  { to: '/officer/findings', words: 'auditor.organFindings' },
  { to: '/officer/rights', words: 'rights.title' },
  { to: '/officer/corrections', words: 'corrections.desk' },
] as const;

export function DeskLinks() {
  const { t } = useTranslation();
  return (
    <ul className="desk-links">
      {PLACES.map(({ to, words }) => (
        <li key={to}>
          <Link to={to}>{t(words)}</Link>
        </li>
      ))}
    </ul>
  );
}
