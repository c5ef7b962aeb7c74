import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Tag } from '../design/Tag.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { useRegions } from '../server/use-regions.ts';
import { closingsQuery } from './desk-query.ts';
import type { DeskQuestion } from './desk-question.ts';
import { ObjectToClosing } from './ObjectToClosing.tsx';
import { Pages } from './Pages.tsx';

interface ClosingListProps {
  readonly officer: Officer;
  readonly question: DeskQuestion;
  readonly ask: (question: DeskQuestion) => void;
}

/** Closings by the short procedure that departments may still object to (市场主体登记管理条例 33). */
export function ClosingList({ officer, question, ask }: ClosingListProps) {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const closings = useQuery(closingsQuery(officer, question));
  if (closings.isError) return <Failure error={closings.error} retry={() => void closings.refetch()} />;
  if (closings.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { total } = closings.data;
  if (total === 0) return <Notice tone="good" title={t('desk.empty.closings')} live="status" />;
  return (
    <>
      <p role="status">{t('desk.count', { count: total })}</p>
      <ul className="desk-list">
        {closings.data.closings.map(({ number, tradeName, region, dueAt, ripe }) => (
          <li className="desk-row" key={number}>
            <p>
              <Link to={`/officer/licences/${number}`}>
                <strong>{tradeName}</strong>
              </Link>
              <span className="soft small">{nameOf(region)}</span>
            </p>
            <p className="small">
              {ripe ? <Tag tone="bad">{t('closings.ripe')}</Tag> : <Tag tone="warn">{t('closings.running')}</Tag>}
            </p>
            <p className="small">{t('closings.until', { time: format.time(dueAt) })}</p>
            <ObjectToClosing
              officer={officer}
              number={number}
              tradeName={tradeName}
              done={() => void closings.refetch()}
            />
          </li>
        ))}
      </ul>
      <Pages total={total} offset={question.offset} go={(offset) => ask({ ...question, offset })} />
    </>
  );
}
