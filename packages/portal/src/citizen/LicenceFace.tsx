import type { LicenceRecord } from '@minglu/protocol';
import { Facts } from '../design/Facts.tsx';
import { QrCode } from '../design/QrCode.tsx';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { copyWords } from '../proof/copy-words.ts';
import { licenceStatusLook } from '../proof/licence-status.ts';
import { numberLabel } from '../proof/number-label.ts';
import { standingNow } from '../proof/standing-now.ts';
import { useScopeNames } from '../scope/use-scope-names.ts';
import { ownFields } from '../server/own-fields.ts';
import { type Service, wordsIn } from '../server/service.ts';
import { useRegions } from '../server/use-regions.ts';
import type { StoredCase } from '../store/case-store.ts';

interface LicenceFaceProps {
  readonly number: string;
  readonly record: LicenceRecord;
  readonly stored: StoredCase | undefined;
  readonly service: Service | undefined;
}

/** 营业执照应当载明的事项 (实施细则 23), and the number as a code to scan. */
export function LicenceFace({ number, record, stored, service }: LicenceFaceProps) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const scope = useScopeNames(service, record.scope).join(t('looks.itemGap'));
  const standing = standingNow(record, 0);
  const look = licenceStatusLook(standing);
  return (
    <section className="licence" aria-labelledby="licence-title">
      <h2 className="licence-title" id="licence-title">
        {service?.licence === undefined ? t('licence.face') : wordsIn(service.licence, i18n.language)}
      </h2>
      <p className="licence-sample">{t('licence.sample')}</p>
      <div className="licence-body">
        <Facts
          facts={[
            { label: t(numberLabel(number)), value: <span className="mono">{number}</span> },
            { label: t('apply.name.short_label'), value: record.tradeName || t('registering.name.none') },
            { label: t('apply.operator.short_label'), value: stored?.operator.value },
            { label: t('apply.scope.short_label'), value: scope },
            { label: t('apply.region.short_label'), value: nameOf(record.region) },
            ...ownFields(service, record.fields, i18n.language),
            { label: t('registering.copy.label'), value: copyWords(record.edition, t) },
            { label: t('licence.issued'), value: format.day(record.issuedAt) },
            { label: t('licence.organ'), value: record.organName },
            {
              label: t('licence.state'),
              value: (
                <Tag tone={look.tone} icon={look.icon}>
                  {t(`status.${standing}`)}
                </Tag>
              ),
            },
          ]}
        />
        <QrCode text={`${location.origin}/verify/${number}`} label={t('licence.qr', { number })} />
      </div>
    </section>
  );
}
