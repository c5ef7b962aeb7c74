import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { fetchDesk } from '../desk/desk-query.ts';
import { readQuestion } from '../desk/desk-question.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from './use-officer.ts';

interface NextCaseProps {
  readonly officer: Officer;
  readonly id: string;
  /** Query of the desk that the case was opened from. */
  readonly search: string;
}

/** After a decision: the next case of the same list, with the focus on it, so that forty cases are forty presses of Enter. */
export function NextCase({ officer, id, search }: NextCaseProps) {
  const { t } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  const asked = readQuestion(new URLSearchParams(search));
  const view = asked.view === 'decided' || asked.view === 'closings' ? 'open' : asked.view;
  const next = useQuery({
    queryKey: ['next-case', id, search],
    staleTime: 0,
    queryFn: () => fetchDesk(officer, { ...asked, view, offset: 0 }, 2),
  });
  const found = next.data?.cases.find((one) => one.id !== id);
  const isFound = found !== undefined;
  useEffect(() => {
    if (isFound) link.current?.focus();
  }, [isFound]);
  if (next.data === undefined) return null;
  return (
    <Notice tone="good" title={t('desk.done')} live="status">
      <p>
        {found === undefined ? (
          <Link to={`/officer?${search}`}>{t('desk.noNext')}</Link>
        ) : (
          <Link ref={link} to={`/officer/cases/${found.id}`} state={{ desk: search }}>
            {t('desk.next', { name: found.tradeName })}
          </Link>
        )}
      </p>
    </Notice>
  );
}
