import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Tag } from '../design/Tag.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { useSession } from '../session/session.ts';
import { sessionsQuery } from './sessions-query.ts';

const Passkeys = lazy(async () => ({ default: (await import('./Passkeys.tsx')).Passkeys }));

type Listed = Awaited<ReturnType<typeof api.get<'/api/sessions'>>>['sessions'][number];

/** 我的登录: who I am here, how surely, and everywhere else I am signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  const { session, signOut } = useSession();
  const queries = useQueryClient();
  const sessions = useQuery({ ...sessionsQuery, enabled: true });
  const [error, setError] = useState<unknown>();
  async function end({ id, current }: Listed): Promise<void> {
    setError(undefined);
    if (current) return signOut();
    try {
      await api.delete('/api/sessions/{id}', { id });
      await queries.invalidateQueries(sessionsQuery);
    } catch (problem) {
      setError(problem);
    }
  }
  const listed = sessions.data ?? [];
  const own = listed.find(({ current }) => current);
  return (
    <>
      <PageHeading title={t('identity.account')} lead={t('identity.accountLead')} />
      {session === undefined && own?.account !== undefined && (
        <Notice tone="brand" title={t('passkeys.platformOnly')}>
          <p>{t(own.method === 'certificate' ? 'certificateSignIn.platformOnly' : 'passkeys.platformOnlyWords')}</p>
        </Notice>
      )}
      {session === undefined ? (
        <p>
          <Link className="button" to="/sign-in" state={{ from: '/account' }}>
            {t('demo.signIn')}
          </Link>
        </p>
      ) : (
        <Facts
          facts={[
            { label: t('identity.who'), value: session.name },
            { label: t('identity.knownTo'), value: session.departmentName },
            {
              label: t('identity.level'),
              value: own === undefined ? t('identity.levelNone') : t(`identity.levels.${own.assurance}`),
            },
          ]}
        />
      )}
      {(own?.account !== undefined || own?.organisation !== undefined) && (
        <Suspense fallback={null}>
          <Passkeys person={session?.name ?? t('passkeys.me')} />
        </Suspense>
      )}
      <ul className="plain">
        <li>
          <Link to="/footprint">{t('footprint.title')}</Link>
        </li>
        <li>
          <Link to="/my-data">{t('ownData.title')}</Link>
        </li>
      </ul>
      <h2>{t('identity.sessions')}</h2>
      {error !== undefined && <Failure error={error} />}
      {sessions.isError && <Failure error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.isPending && <Waiting>{t('identity.looking')}</Waiting>}
      {sessions.isSuccess && listed.length === 0 && <p className="soft">{t('identity.sessionsNone')}</p>}
      <ul className="list">
        {listed.map((one) => (
          <SessionRow key={one.id} session={one} end={() => void end(one)} />
        ))}
      </ul>
    </>
  );
}

function SessionRow({ session, end }: { readonly session: Listed; readonly end: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { device, method, assurance, current, createdAt, lastSeenAt } = session;
  return (
    <li className="row">
      <div>
        <p>
          <strong>{device === 'program' ? t('identity.program') : device}</strong>{' '}
          {current && <Tag tone="brand">{t('identity.here')}</Tag>}
        </p>
        <p className="soft">
          {t(`identity.methods.${method}`)} · {t(`identity.levels.${assurance}`)}
        </p>
        <p className="soft">{t('identity.times', { since: format.time(createdAt), last: format.time(lastSeenAt) })}</p>
      </div>
      <button type="button" className="button second" onClick={end}>
        {current ? t('demo.signOut') : t('identity.end')}
      </button>
    </li>
  );
}
