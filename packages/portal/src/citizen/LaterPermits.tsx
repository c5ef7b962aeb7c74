import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { servicesQuery } from '../server/queries.ts';
import { findServiceWords, type Service } from '../server/service.ts';

interface LaterPermitsProps {
  readonly scope: readonly string[];
  readonly service: Service | undefined;
}

/** 证照分离: what must be had after the licence and before opening, with the guide of each. */
export function LaterPermits({ scope, service }: LaterPermitsProps) {
  const { t, i18n } = useTranslation();
  const services = useQuery(servicesQuery);
  const items = service?.scope.filter(({ code }) => scope.includes(code)) ?? [];
  const permits = [...new Set(items.flatMap(({ laterPermit }) => laterPermit ?? []))];
  if (permits.length === 0) return null;
  return (
    <Notice tone="brand" title={t('registering.later.title')}>
      <ul>
        {permits.map((permit) => {
          const guide = service?.permitGuides?.[permit];
          const canApply = services.data?.some(({ id }) => id === guide) === true;
          return (
            <li key={permit}>
              {findServiceWords(service, `permit.${permit}`, i18n.language) ?? permit}{' '}
              {guide !== undefined && <Link to={`/matters/${guide}`}>{t('registering.later.guide')}</Link>}{' '}
              {canApply && (
                <Link className="strong" to={`/apply/${guide}`}>
                  {t('ownForm.goOn')}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
