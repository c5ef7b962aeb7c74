import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';

/** 公示: a registration that is being looked into and was announced; and, for whoever is affected, where to ask for that. */
export function AnnulmentNotices({ number, status }: { readonly number: string; readonly status: string }) {
  const { t } = useTranslation();
  const announced = useQuery({
    queryKey: ['announced', number],
    queryFn: () => api.get('/api/annulments', { licence: number }),
  });
  const running = announced.data?.annulments.filter((one) => one.announced && one.status === 'investigated') ?? [];
  const isOpen = status === 'valid' || status === 'suspended' || status === 'ceased';
  return (
    <>
      {running.map((one) => (
        <Notice key={one.id} tone="warn" title={t('annulment.announcedTitle')}>
          <p>
            <Link to={`/annulment/${one.id}`}>{t('annulment.announcedLink')}</Link>
          </p>
        </Notice>
      ))}
      {isOpen && (
        <p className="small">
          <Link to={`/annulment/ask/${number}`}>{t('annulment.askLink')}</Link>
        </p>
      )}
    </>
  );
}
