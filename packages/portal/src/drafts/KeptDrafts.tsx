import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';
import { departmentAt } from '../server/api.ts';
import { type Service, wordsIn } from '../server/service.ts';
import type { Session } from '../session/session.ts';

interface KeptDraftsProps {
  readonly session: Session;
  readonly services: readonly Service[];
}

/** 继续填写: what this person has begun, on whichever device. */
export function KeptDrafts({ session, services }: KeptDraftsProps) {
  const { t, i18n } = useTranslation();
  const drafts = useQuery({
    queryKey: ['drafts', session.token],
    staleTime: 0,
    queryFn: () => departmentAt(session.endpoint).drafts(session.token),
  });
  const begun = services.filter(({ id }) => drafts.data?.some(({ service }) => service === id));
  if (begun.length === 0) return null;
  return (
    <ul className="plain">
      {begun.map((service) => (
        <li key={service.id}>
          <Link className="button" to={`/apply/${service.id}`}>
            {t('draftPlace.goOn', { service: wordsIn(service.title, i18n.language) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
