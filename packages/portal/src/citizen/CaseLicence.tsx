import { makeLicenceFile } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { downloadText } from '../design/download-text.ts';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { QrCode } from '../design/QrCode.tsx';
import { Tag } from '../design/Tag.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { licenceStatusLook } from '../proof/licence-status.ts';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { ownFields } from '../server/own-fields.ts';
import { namesOfScope, type Service, wordsIn } from '../server/service.ts';
import { trustQuery } from '../server/trust-query.ts';
import { useRegions } from '../server/use-regions.ts';
import type { StoredCase } from '../store/case-store.ts';

interface CaseLicenceProps {
  readonly number: string;
  readonly stored: StoredCase | undefined;
  readonly service: Service | undefined;
}

/** The licence as its holder holds it: the face, the number as a code to scan, and the file that opens anywhere. */
export function CaseLicence({ number, stored, service }: CaseLicenceProps) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const trust = useQuery(trustQuery);
  const proof = useQuery(verifiedLicenceQuery(number, trust.data));
  if (proof.isError) return <Failure error={proof.error} retry={() => void proof.refetch()} />;
  const finding = proof.data?.finding;
  if (proof.data === undefined || finding?.kind !== 'licence') return <Waiting>{t('licence.fetching')}</Waiting>;
  const record = finding.licence.licence;
  if (record === undefined) return null;
  const look = licenceStatusLook(record.status);
  const { text } = proof.data;
  return (
    <>
      <section className="licence" aria-labelledby="licence-title">
        <h2 className="licence-title" id="licence-title">
          {service?.licence === undefined ? t('licence.face') : wordsIn(service.licence, i18n.language)}
        </h2>
        <p className="licence-sample">{t('licence.sample')}</p>
        <div className="licence-body">
          <Facts
            facts={[
              { label: t('licence.number'), value: <span className="mono">{number}</span> },
              { label: t('apply.name.short_label'), value: record.tradeName },
              { label: t('apply.operator.short_label'), value: stored?.operator.value },
              {
                label: t('apply.scope.short_label'),
                value: namesOfScope(service, record.scope, i18n.language).join('；'),
              },
              { label: t('apply.region.short_label'), value: nameOf(record.region) },
              ...ownFields(service, record.fields, i18n.language),
              { label: t('licence.issued'), value: format.day(record.issuedAt) },
              { label: t('licence.organ'), value: record.organName },
              {
                label: t('licence.state'),
                value: (
                  <Tag tone={look.tone} icon={look.icon}>
                    {t(`status.${record.status}`)}
                  </Tag>
                ),
              },
            ]}
          />
          <QrCode text={`${location.origin}/verify/${number}`} label={t('licence.qr', { number })} />
        </div>
      </section>
      <div className="actions">
        {stored !== undefined && (
          <Link className="button" to={`/cases/${stored.id}/show`}>
            <Icon name="eye" />
            {t('licence.show')}
          </Link>
        )}
        <button
          type="button"
          className="button"
          onClick={() => downloadText(`${number}.minglu.json`, makeLicenceFile(text, stored?.operator))}
        >
          <Icon name="down" />
          {t('licence.download')}
        </button>
        <Link className="button second" to={`/verify/${number}`}>
          {t('licence.asOthers')}
        </Link>
      </div>
      <p className="soft small">{t(stored === undefined ? 'licence.fileWithoutName' : 'licence.fileWords')}</p>
    </>
  );
}
