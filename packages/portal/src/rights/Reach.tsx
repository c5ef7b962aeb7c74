import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { useRegions } from '../server/use-regions.ts';
import { useRightsWords } from './use-rights-words.ts';

interface ReachProps {
  readonly officer: Officer;
  readonly kid: string;
}

type Right = Awaited<ReturnType<typeof fetchReach>>['rights'][number];

/** What a key may do and read, by organisation; what holds everywhere the key's own office works is one line. */
export function Reach({ officer, kid }: ReachProps) {
  const { t } = useTranslation();
  const words = useRightsWords();
  const asked = useQuery({
    queryKey: ['reach', officer.session.token, kid],
    retry: false,
    queryFn: () => fetchReach(officer, kid),
  });
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { org, status, rights } = asked.data;
  // What is not about an organisation (asking for a right) is asked at each: one line says it.
  const organs = [...new Set(rights.map(({ organ }) => organ))];
  const common = rights.filter((one) => one.whole && rights.filter(isSame(one)).length === organs.length);
  const isCommon = (one: Right) => organs.length > 1 && common.some(({ deed }) => deed === one.deed);
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{t('who.reach', { org: words.orgName(org) })}</h2>
      {status !== 'active' && <Notice tone="warn" title={t(`who.status.${status}`, { defaultValue: status })} />}
      {rights.length === 0 && <Notice tone="quiet" title={t('who.nothing')} />}
      {organs.length > 1 && common.length > 0 && (
        <Group title={t('who.everywhere')} rights={common.filter((one) => one.organ === organs[0])} />
      )}
      {organs.map((organ) => {
        const own = rights.filter((one) => one.organ === organ && !isCommon(one));
        return own.length === 0 ? null : <Group key={organ} title={words.orgName(organ)} rights={own} />;
      })}
    </section>
  );
}

function isSame(one: Right) {
  return ({ deed, whole }: Right) => deed === one.deed && whole;
}

function Group({ title, rights }: { readonly title: string; readonly rights: readonly Right[] }) {
  const { t } = useTranslation();
  const words = useRightsWords();
  const { nameOf } = useRegions();
  const places = ({ places: list }: Right) =>
    words.list(
      list.map(({ service = '', region }) => {
        const named = t(`rights.services.${service}`, { defaultValue: service });
        return region === undefined ? named : `${nameOf(region)} ${named}`;
      }),
    );
  const reasons = [...new Set(rights.map(({ because }) => `${String(because.by)}/${String(because.role ?? '')}`))];
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {reasons.map((reason) => {
          const [by = '', role = ''] = reason.split('/');
          const own = rights.filter(({ because }) => `${String(because.by)}/${String(because.role ?? '')}` === reason);
          const names = own.map((one) =>
            one.whole
              ? words.deedName(one.deed)
              : t('who.only', { deed: words.deedName(one.deed), places: places(one) }),
          );
          return (
            <li key={reason}>
              <strong>{t(`who.because.${by}`, { role: words.roleName(role) })}</strong> {words.list(names)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

async function fetchReach({ client }: Officer, kid: string) {
  return await client.get('/api/access/reach', { kid });
}
