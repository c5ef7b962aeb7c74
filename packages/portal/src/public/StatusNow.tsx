import { licenceStandingAt } from '@minglu/protocol';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Finding } from '../proof/check-evidence.ts';
import { standingNow } from '../proof/standing-now.ts';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { trustQuery } from '../server/trust-query.ts';

/** A file tells of its own moment. What holds today is asked separately, and shown first when it differs. */
export function StatusNow({ finding }: { readonly finding: Extract<Finding, { kind: 'licence' }> }) {
  const { t } = useTranslation();
  const { number, licence } = finding.licence;
  const trust = useQuery(trustQuery);
  const proof = useQuery({ ...verifiedLicenceQuery(number, trust.data), staleTime: 0 });
  if (proof.isError) return <Notice tone="warn" title={t('statusNow.unknown')} />;
  const now = proof.data?.finding;
  if (now?.kind !== 'licence' || now.licence.licence === undefined) return null;
  const status = standingNow(now.licence.licence, now.licence.block.time);
  const same = licence !== undefined && status === licenceStandingAt(licence, finding.licence.block.time);
  return (
    <Notice
      tone={same ? 'good' : 'bad'}
      title={t(same ? 'statusNow.same' : 'statusNow.other', { status: t(`status.${status}`) })}
      live="status"
    >
      <p>
        <Link to={`/verify/${number}`}>{t('statusNow.link')}</Link>
      </p>
    </Notice>
  );
}
