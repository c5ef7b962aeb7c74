import type { DemoPerson } from '@minglu/sdk';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Tag } from '../design/Tag.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { departmentAt } from '../server/api.ts';
import type { CityDepartment } from '../server/city.ts';
import { cityQuery } from '../server/queries.ts';
import { signInAs } from '../server/sign-in-as.ts';
import { useSession } from '../session/session.ts';

/** 演示: pick somebody to be. Real sign-in replaces this page, not the pages behind it. */
export function SignInPage() {
  const { t } = useTranslation();
  const city = useQuery(cityQuery);
  const departments = city.data?.departments ?? [];
  const people = useQueries({
    queries: departments.map((department) => ({
      queryKey: ['people', department.endpoint],
      queryFn: () => departmentAt(department.endpoint, 5_000).demoPeople(),
    })),
  });
  return (
    <>
      <PageHeading title={t('signIn.title')} lead={t('signIn.lead')} />
      <Notice tone="warn" title={t('signIn.demoTitle')}>
        <p>{t('signIn.demoWords')}</p>
      </Notice>
      {city.isError && <Failure error={city.error} retry={() => void city.refetch()} />}
      {departments.map((department, index) => {
        const answer = people[index];
        return (
          <section key={department.id} aria-labelledby={`department-${department.id}`}>
            <h2 id={`department-${department.id}`}>{department.name}</h2>
            {answer?.isPending && <Waiting>{t('signIn.asking')}</Waiting>}
            {answer?.isError && <Failure error={answer.error} retry={() => void answer.refetch()} />}
            {answer?.data !== undefined && <People department={department} people={answer.data} />}
          </section>
        );
      })}
    </>
  );
}

function People({
  department,
  people,
}: {
  readonly department: CityDepartment;
  readonly people: readonly DemoPerson[];
}) {
  const { t } = useTranslation();
  const { signIn } = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  const [problem, setProblem] = useState<unknown>();
  async function be(person: DemoPerson) {
    try {
      const session = await signInAs(department, person);
      signIn(session);
      navigate(person.officer ? '/officer' : landing(location.state));
    } catch (error) {
      setProblem(error);
    }
  }
  return (
    <>
      {problem !== undefined && <Failure error={problem} />}
      <ul className="list">
        {people.map((person) => (
          <li key={person.id} className="row">
            <div>
              <p>
                <strong>{person.name}</strong> <Tag tone="warn">{t('demo.tag')}</Tag>{' '}
                <Tag tone={person.officer ? 'brand' : 'quiet'}>
                  {person.officer ? t('signIn.officer') : t('signIn.level', { level: person.identityLevel })}
                </Tag>
              </p>
              <p className="soft">{person.note}</p>
            </div>
            <button type="button" className="button second" onClick={() => void be(person)}>
              {t('signIn.be', { name: person.name })}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Back to where the reader came from, and only to a page of this site. */
function landing(state: unknown): string {
  const from = (state as { from?: unknown } | null)?.from;
  return typeof from === 'string' && /^\/(apply|cases|take-over|annulment)\b/.test(from) ? from : '/';
}
