import { makeLicenceFile } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import type { Service } from '../server/service.ts';
import { trustQuery } from '../server/trust-query.ts';
import type { StoredCase } from '../store/case-store.ts';
import { mayAct } from '../store/may-act.ts';

import { LaterPermits } from './LaterPermits.tsx';
import { LicenceFace } from './LicenceFace.tsx';

import { LostLicence } from './LostLicence.tsx';

interface CaseLicenceProps {
  readonly number: string;
  readonly stored: StoredCase | undefined;
  readonly service: Service | undefined;
}

/** The licence as its holder holds it: the face, the number as a code to scan, and the file that opens anywhere. */
export function CaseLicence({ number, stored, service }: CaseLicenceProps) {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  const proof = useQuery(verifiedLicenceQuery(number, trust.data));
  if (proof.isError) return <Failure error={proof.error} retry={() => void proof.refetch()} />;
  const finding = proof.data?.finding;
  if (proof.data === undefined || finding?.kind !== 'licence') return <Waiting>{t('licence.fetching')}</Waiting>;
  const record = finding.licence.licence;
  if (record === undefined) return null;
  const { text } = proof.data;
  return (
    <>
      <LicenceFace number={number} record={record} stored={stored} service={service} />
      <LaterPermits scope={record.scope} service={service} />
      <div className="actions">
        {stored !== undefined && stored.represented === undefined && (
          <Link className="button" to={`/cases/${stored.id}/show`}>
            <Icon name="eye" />
            {t('licence.show')}
          </Link>
        )}
        <button
          type="button"
          className="button"
          onClick={() => downloadText(`${number}.minglu.json`, makeLicenceFile(text, disclosedBy(stored)))}
        >
          <Icon name="down" />
          {t('licence.download')}
        </button>
        <Link className="button second" to={`/verify/${number}`}>
          {t('licence.asOthers')}
        </Link>
      </div>
      {stored !== undefined && record.status === 'valid' && mayAct(stored, 'licences.reissue') && (
        <LostLicence number={number} stored={stored} done={() => void proof.refetch()} />
      )}
      <p className="soft small">{t(stored === undefined ? 'licence.fileWithoutName' : 'licence.fileWords')}</p>
    </>
  );
}

/** An agent who was not told the name has none to disclose. */
function disclosedBy(stored: StoredCase | undefined): StoredCase['operator'] | undefined {
  return stored?.operator.value === '' ? undefined : stored?.operator;
}
