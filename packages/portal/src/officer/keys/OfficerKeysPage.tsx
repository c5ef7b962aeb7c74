import { useQuery } from '@tanstack/react-query';
import { Facts } from '../../design/Facts.tsx';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useColleagues } from '../../desk/use-colleagues.ts';
import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { rolesQuery } from '../../stand-in/roles-query.ts';
import { OfficerOnly } from '../OfficerOnly.tsx';
import type { Officer } from '../use-officer.ts';
import { ReplaceKey } from './ReplaceKey.tsx';
import { RotateKey } from './RotateKey.tsx';

/** 我的密钥: which key I sign with, how to change it, what to do when it is lost; and for administrators, a colleague's. */
export function OfficerKeysPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('officerKeys.title')}>{(officer) => <OwnKeys officer={officer} />}</OfficerOnly>;
}

function OwnKeys({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const colleagues = useColleagues(officer);
  const roles = useQuery(rolesQuery(officer));
  const me = officer.signer.publicKey.kid;
  const own = (roles.data?.roles ?? []).filter(({ kid }) => kid === me);
  const administrators = colleagues.all.filter(({ kid, duties }) => kid !== me && duties.includes('administrator'));
  const names = administrators.map(({ name }) => name).join(t('looks.nameGap'));
  return (
    <>
      <PageHeading
        title={t('officerKeys.title')}
        lead={t('officerKeys.lead')}
        back={{ to: '/officer', label: t('officer.queue') }}
      />
      {roles.isError && <Failure error={roles.error} retry={() => void roles.refetch()} />}
      {roles.isPending && <Waiting>{t('site.loading')}</Waiting>}
      <Facts
        facts={[
          { label: t('officerKeys.mark'), value: <code>{me.slice(0, 12)}</code> },
          {
            label: t('officerKeys.roles'),
            value: own
              .map(({ role, until }) =>
                until === undefined
                  ? t(`officerKeys.role.${role}`)
                  : t('officerKeys.until', { role: t(`officerKeys.role.${role}`), time: format.time(until) }),
              )
              .join(t('looks.nameGap')),
          },
          {
            label: t('officerKeys.former'),
            value: officer.former.map((kid) => kid.slice(0, 12)).join(t('looks.nameGap')),
          },
        ]}
      />
      <RotateKey officer={officer} />
      <h2>{t('officerKeys.lost')}</h2>
      <Notice tone="warn" title={t('officerKeys.lostNow')}>
        <p>{t('officerKeys.lostWords')}</p>
        <p>{names === '' ? t('officerKeys.askPlatform') : t('officerKeys.ask', { names })}</p>
      </Notice>
      {roles.data?.mayGrant === true && (
        <ReplaceKey
          officer={officer}
          roles={roles.data.roles}
          colleagues={colleagues.all.filter(({ kid }) => kid !== me)}
        />
      )}
    </>
  );
}
