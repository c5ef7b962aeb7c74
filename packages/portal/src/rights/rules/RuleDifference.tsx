import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import type { Officer } from '../../officer/use-officer.ts';
import { useRightsWords } from '../use-rights-words.ts';
import type { Rule } from './rules-query.ts';

interface RuleDifferenceProps {
  readonly officer: Officer;
  readonly change: { readonly org?: string; readonly rule?: Rule; readonly withdraw?: string };
}

/** 影响: who would gain and who would lose, counted from the keys and roles there are, by the chain's own decision. */
export function RuleDifference({ officer, change }: RuleDifferenceProps) {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['rule-difference', officer.session.token, change],
    retry: false,
    queryFn: () => officer.client.post('/api/access/preview', change),
  });
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Waiting>{t('rules.counting')}</Waiting>;
  const { gains, loses, holders, partial, problem } = asked.data;
  if (problem !== undefined)
    return <Notice tone="bad" title={t(`codes.${problem}`, { defaultValue: problem })} live="alert" />;
  return (
    <div className="rule-difference">
      <Side title={t('rules.gains', { count: gains.length })} list={gains} />
      <Side title={t('rules.loses', { count: loses.length })} list={loses} />
      {holders && <p>{t('rules.holders')}</p>}
      {partial && <p>{t('rules.partial')}</p>}
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly list: readonly { readonly kid: string; readonly org: string; readonly deeds: readonly string[] }[];
}

/** By organisation: names of people are the departments', and are not here. */
function Side({ title, list }: SideProps) {
  const { t } = useTranslation();
  const words = useRightsWords();
  const orgs = [...new Set(list.map(({ org }) => org))];
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {orgs.map((org) => {
          const own = list.filter((one) => one.org === org);
          const deeds = [...new Set(own.flatMap((one) => one.deeds))].map(words.deedName);
          return (
            <li key={org}>
              {t('rules.side', { org: words.orgName(org), count: own.length, deeds: words.list(deeds) })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
