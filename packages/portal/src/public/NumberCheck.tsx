import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { parseLicenceNumber } from '../forms/parse-licence-number.ts';
import { useTranslation } from '../language/use-translation.ts';
import { FindingView } from '../proof/FindingView.tsx';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { watchHistory } from '../proof/watch-history.ts';
import { trustQuery } from '../server/trust-query.ts';
import { isOfficer, useSession } from '../session/session.ts';
import { AnnulmentNotices } from './AnnulmentNotices.tsx';

export function NumberCheck({ number }: { readonly number: string }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const parsed = parseLicenceNumber(number);
  const trust = useQuery(trustQuery);
  const real = 'number' in parsed ? parsed.number : undefined;
  const proof = useQuery({
    ...verifiedLicenceQuery(real ?? '', real === undefined ? undefined : trust.data),
    staleTime: 0,
  });
  useEffect(() => {
    if (trust.data !== undefined) void watchHistory(trust.data);
  }, [trust.data]);
  if ('problem' in parsed) {
    return (
      <Notice tone="warn" title={t('number.wrongTitle')}>
        <p>{t(`number.${parsed.problem}`)}</p>
      </Notice>
    );
  }
  if (trust.isError) return <Failure error={trust.error} retry={() => void trust.refetch()} />;
  if (proof.isError) return <Failure error={proof.error} retry={() => void proof.refetch()} />;
  if (proof.data === undefined) return <Waiting>{t('verify.checking')}</Waiting>;
  const { finding, text } = proof.data;
  return (
    <>
      <FindingView finding={finding} />
      {finding.kind === 'licence' && finding.licence.licence !== undefined && (
        <AnnulmentNotices number={parsed.number} status={finding.licence.licence.status} />
      )}
      <div className="actions">
        <button
          type="button"
          className="button"
          onClick={() => downloadText(`${parsed.number}.licence-proof.json`, text)}
        >
          <Icon name="down" />
          {t('verify.download')}
        </button>
        {isOfficer(session) && finding.kind === 'licence' && (
          <Link className="button second" to={`/officer/licences/${parsed.number}`}>
            {t('verify.officer')}
          </Link>
        )}
      </div>
      <p className="soft small">{t('verify.downloadWords')}</p>
      <p>
        <Link to="/verify">{t('verify.fileLink')}</Link>
      </p>
    </>
  );
}
