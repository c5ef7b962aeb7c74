import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { TextField } from '../forms/TextField.tsx';
import { CertificateSignIn } from '../identity/CertificateSignIn.tsx';
import { PasskeySignIn } from '../identity/PasskeySignIn.tsx';
import { ProviderSignIn } from '../identity/ProviderSignIn.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { departmentAt } from '../server/api.ts';
import { cityQuery } from '../server/queries.ts';
import { DepartmentPeople } from './DepartmentPeople.tsx';
import { pickPeople, rankOf } from './pick-people.ts';

/** Organs whose people stand open; those of the others are one press or a search away. */
const OPEN = 2;

/** 演示: pick somebody to be. Real sign-in replaces this page, not the pages behind it. */
export function SignInPage() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const city = useQuery(cityQuery);
  const departments = city.data?.departments ?? [];
  const people = useQueries({
    queries: departments.map((department) => ({
      queryKey: ['people', department.endpoint],
      queryFn: () => departmentAt(department.endpoint, 5_000).demoPeople(),
    })),
  });
  const places = departments
    .flatMap((department, index) => {
      const answer = people[index];
      const picked = pickPeople(answer?.data ?? [], department.name, words);
      if (answer === undefined || (answer.isSuccess && picked.people.length === 0)) return [];
      return [{ department, answer, picked, rank: rankOf(answer.data ?? []) }];
    })
    .sort((a, b) => b.rank - a.rank);
  const view = ({ department, answer, picked }: (typeof places)[number]) => (
    <>
      {answer.isPending && <Waiting>{t('signIn.asking')}</Waiting>}
      {answer.isError && <Failure error={answer.error} retry={() => void answer.refetch()} />}
      {answer.isSuccess && <DepartmentPeople department={department} {...picked} />}
    </>
  );
  return (
    <>
      <PageHeading title={t('signIn.title')} lead={t('signIn.lead')} />
      <ProviderSignIn />
      <PasskeySignIn />
      <CertificateSignIn />
      <h2>{t('identity.picked')}</h2>
      <Notice tone="warn" title={t('signIn.demoTitle')}>
        <p>{t('signIn.demoWords')}</p>
      </Notice>
      {city.isError && <Failure error={city.error} retry={() => void city.refetch()} />}
      <TextField
        id="people-find"
        label={t('people.find')}
        hint={t('people.findHint')}
        value={words}
        onChange={setWords}
      />
      <p role="status">{city.isSuccess && places.length === 0 && words !== '' ? t('people.none') : ''}</p>
      {(words === '' ? places.slice(0, OPEN) : places).map((place) => (
        <section key={place.department.id} aria-labelledby={`department-${place.department.id}`}>
          <h2 id={`department-${place.department.id}`}>{place.department.name}</h2>
          {view(place)}
        </section>
      ))}
      {words === '' && places.length > OPEN && <h2>{t('people.districts')}</h2>}
      {(words === '' ? places.slice(OPEN) : []).map((place) => (
        <details key={place.department.id}>
          <summary>{place.department.name}</summary>
          {view(place)}
        </details>
      ))}
    </>
  );
}
