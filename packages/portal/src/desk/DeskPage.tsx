import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { DeskAlarms } from '../rights/DeskAlarms.tsx';
import { useRightsWords } from '../rights/use-rights-words.ts';
import { failureOf } from '../server/failure.ts';
import type { DeskAnswer } from '../server/ledger.ts';
import { ClosingList } from './ClosingList.tsx';
import { DeskFilters } from './DeskFilters.tsx';
import { DeskLinks } from './DeskLinks.tsx';
import { DeskList } from './DeskList.tsx';
import { deskQuery } from './desk-query.ts';
import {
  type DeskQuestion,
  type DeskView,
  deskViews,
  PAGE_SIZE,
  readQuestion,
  writeQuestion,
} from './desk-question.ts';
import { LampBar } from './LampBar.tsx';
import { NameSearch } from './NameSearch.tsx';

/** 工作台: the cases of the officer's own organ, the nearest legal date first. */
export function DeskPage() {
  const { t } = useTranslation();
  return (
    <OfficerOnly title={t('officer.queue')}>
      {(officer) =>
        // Auditors handle no cases: their desk is another.
        officer.session.duties.includes('auditor') ? <Navigate to="/auditor" replace /> : <Desk officer={officer} />
      }
    </OfficerOnly>
  );
}

function Desk({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const question = readQuestion(params);
  const desk = useQuery(deskQuery(officer, question));
  const { orgName } = useRightsWords();
  const organName = question.organ === undefined ? officer.session.departmentName : orgName(question.organ);
  const ask = (next: DeskQuestion) => setParams(writeQuestion(next), { replace: true });
  const isPastTheEnd = desk.data !== undefined && desk.data.total > 0 && desk.data.cases.length === 0;
  useEffect(() => {
    // The last page was worked off: what is left is on the one before it.
    if (isPastTheEnd && question.offset > 0)
      setParams(writeQuestion({ ...question, offset: question.offset - PAGE_SIZE }), { replace: true });
  }, [isPastTheEnd, question, setParams]);
  return (
    <>
      <PageHeading
        title={t('officer.queue')}
        lead={t('officer.queueLead', { organ: organName, name: officer.session.name })}
      />
      <DeskLinks />
      <DeskAlarms officer={officer} />
      <NameSearch officer={officer} organ={question.organ} />
      <DeskTabs question={question} desks={desk.data?.desks} />
      {question.view === 'closings' ? (
        <ClosingList officer={officer} question={question} ask={ask} />
      ) : (
        <>
          <DeskFilters key={question.view} question={question} regions={desk.data?.regions ?? []} ask={ask} />
          {question.view !== 'decided' && desk.data !== undefined && (
            <LampBar question={question} counts={desk.data.lamps} ask={ask} />
          )}
          {desk.isPending && <Waiting>{t('site.loading')}</Waiting>}
          {desk.isError && (
            <DeskFailure error={desk.error} isOwn={question.organ === undefined} retry={() => void desk.refetch()} />
          )}
          {desk.data?.total === 0 && (
            <Notice tone="good" title={t(`desk.empty.${question.view}`)} live="status">
              <p>{t(isFiltered(question) ? 'desk.emptyFiltered' : 'desk.emptyWords')}</p>
            </Notice>
          )}
          {desk.data !== undefined && desk.data.cases.length > 0 && (
            <DeskList
              key={`list-${question.view}`}
              page={desk.data}
              question={question}
              officer={officer}
              ask={ask}
              changed={() => void desk.refetch()}
            />
          )}
        </>
      )}
    </>
  );
}

interface DeskTabsProps {
  readonly question: DeskQuestion;
  readonly desks: DeskAnswer['desks'] | undefined;
}

function DeskTabs({ question: { view: shown, organ = '' }, desks }: DeskTabsProps) {
  const { t } = useTranslation();
  const of = organ === '' ? '' : `&organ=${organ}`;
  return (
    <nav className="desk-tabs" aria-label={t('desk.tabs')}>
      <ul>
        {deskViews.map((view) => (
          <li key={view}>
            <Link
              to={`/officer?view=${view}${of}`}
              replace
              {...(shown === view ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`desk.view.${view}`)}
              <DeskCount desks={desks} view={view} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many wait behind a tab, where that is known; the closings are another list. */
function DeskCount({ desks, view }: { readonly desks: DeskAnswer['desks'] | undefined; readonly view: DeskView }) {
  const count = view === 'mine' || view === 'open' || view === 'reviews' ? desks?.[view] : undefined;
  return count === undefined ? null : <span className="desk-count"> {count}</span>;
}

interface DeskFailureProps {
  readonly error: unknown;
  readonly isOwn: boolean;
  readonly retry: () => void;
}

/** Who administers and handles no cases is told so, and where stand-ins are seen to. */
function DeskFailure({ error, isOwn, retry }: DeskFailureProps) {
  const { t } = useTranslation();
  if (!isOwn || failureOf(error).code !== 'access-denied') return <Failure error={error} retry={retry} />;
  return (
    <Notice tone="quiet" title={t('standingIn.noCases')} live="status">
      <p>
        <Link to="/officer/stand-in">{t('standIn.title')}</Link>
      </p>
      <p>
        <Link to="/officer/rights">{t('rights.title')}</Link>
      </p>
      <p>
        <Link to="/officer/keys">{t('officerKeys.title')}</Link>
      </p>
    </Notice>
  );
}

function isFiltered({ lamp, region, text }: DeskQuestion): boolean {
  return lamp !== undefined || region !== undefined || text !== undefined;
}
