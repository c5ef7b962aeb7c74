import { useQuery } from '@tanstack/react-query';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useColleagues } from '../desk/use-colleagues.ts';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { GrantStandIn } from './GrantStandIn.tsx';
import { PassCases } from './PassCases.tsx';
import { RoleHistory } from './RoleHistory.tsx';
import { rolesQuery } from './roles-query.ts';
import { StandIns } from './StandIns.tsx';

/** 代班: who acts in whose place and until when, how that began and ended, and whose cases went to whom. */
export function StandInPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('standIn.title')}>{(officer) => <StandIn officer={officer} />}</OfficerOnly>;
}

function StandIn({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const colleagues = useColleagues(officer);
  const roles = useQuery(rolesQuery(officer));
  const me = officer.signer.publicKey.kid;
  const mayPass = roles.data?.roles.some(({ kid, role }) => kid === me && role !== 'administrator') ?? false;
  const changed = () => void roles.refetch();
  return (
    <>
      <PageHeading
        title={t('standIn.title')}
        lead={t('standingIn.lead')}
        back={{ to: '/officer', label: t('officer.queue') }}
      />
      {roles.isError && <Failure error={roles.error} retry={changed} />}
      {roles.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {roles.data !== undefined && (
        <>
          <StandIns officer={officer} answer={roles.data} colleagues={colleagues} changed={changed} />
          {roles.data.mayGrant && (
            <GrantStandIn officer={officer} roles={roles.data.roles} colleagues={colleagues} changed={changed} />
          )}
          {mayPass && <PassCases officer={officer} />}
          <RoleHistory history={roles.data.history} colleagues={colleagues} />
        </>
      )}
    </>
  );
}
