import { Link } from 'react-router';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('missing.title')} lead={t('missing.lead')} />
      <p>
        <Link to="/">{t('missing.home')}</Link>
      </p>
      <p>
        <Link to="/verify">{t('missing.verify')}</Link>
      </p>
    </>
  );
}
