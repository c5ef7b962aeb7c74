import type { DemoPerson } from '@minglu/sdk';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Tag } from '../design/Tag.tsx';
import { landingOf } from '../identity/landing.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CityDepartment } from '../server/city.ts';
import { signInAs } from '../server/sign-in-as.ts';
import { endPlatformSession } from '../session/platform-session.ts';
import { useSession } from '../session/session.ts';

interface DepartmentPeopleProps {
  readonly department: CityDepartment;
  readonly people: readonly DemoPerson[];
  /** How many more there are that are not listed. */
  readonly more: number;
}

export function DepartmentPeople({ department, people, more }: DepartmentPeopleProps) {
  const { t } = useTranslation();
  const { signIn } = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  const [problem, setProblem] = useState<unknown>();
  async function be(person: DemoPerson) {
    try {
      const session = await signInAs(department, person);
      // Whoever was here before leaves with all they had proved.
      await endPlatformSession();
      signIn(session);
      navigate(person.officer ? '/officer' : landingOf((location.state as { from?: unknown } | null)?.from));
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
      {more > 0 && <p className="soft">{t('people.more', { count: more })}</p>}
    </>
  );
}
