import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { fetchDesk } from '../desk/desk-query.ts';
import { readQuestion } from '../desk/desk-question.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { DeskWalk } from './desk-walk.ts';
import { pickNext } from './pick-next.ts';
import type { Officer } from './use-officer.ts';

interface NextCaseProps {
  readonly officer: Officer;
  readonly id: string;
  /** The way from the desk that the case was opened from. */
  readonly walk: DeskWalk;
  /** The case is decided: the focus goes to the next one, so that forty cases are forty presses of Enter. */
  readonly isDone: boolean;
}

/** The next case of the same list: after a decision, or for somebody who leaves this one for later. */
export function NextCase({ officer, id, walk, isDone }: NextCaseProps) {
  const { t } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  const asked = readQuestion(new URLSearchParams(walk.desk));
  const view = asked.view === 'decided' || asked.view === 'closings' ? 'open' : asked.view;
  const next = useQuery({
    queryKey: ['next-case', id, walk.desk, isDone],
    staleTime: 0,
    queryFn: () => fetchDesk(officer, { ...asked, view, offset: 0 }),
  });
  const seen = [...walk.seen, id];
  const found = pickNext(next.data?.cases ?? [], { me: officer.signer.publicKey.kid, seen });
  const isFound = found !== undefined;
  useEffect(() => {
    if (isFound && isDone) link.current?.focus();
  }, [isFound, isDone]);
  if (next.data === undefined) return null;
  const onward = found !== undefined && (
    <Link ref={link} to={`/officer/cases/${found.id}`} state={{ desk: walk.desk, seen }}>
      {t(isDone ? 'desk.next' : 'deskWork.skip', { name: found.tradeName })}
    </Link>
  );
  if (!isDone) return onward === false ? null : <p className="small">{onward}</p>;
  return (
    <Notice tone="good" title={t('desk.done')} live="status">
      <p>{onward === false ? <Link to={`/officer?${walk.desk}`}>{t('desk.noNext')}</Link> : onward}</p>
    </Notice>
  );
}
