import { useQuery } from '@tanstack/react-query';
import { Facts } from '../design/Facts.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useScopeNames } from '../scope/use-scope-names.ts';
import { ownFields } from '../server/own-fields.ts';
import { servicesQuery } from '../server/queries.ts';
import { useRegions } from '../server/use-regions.ts';
import type { Finding } from './check-evidence.ts';
import { copyWords } from './copy-words.ts';
import { LicenceMarks } from './LicenceMarks.tsx';
import { articleOf } from './licence-article.ts';
import { licenceStatusLook } from './licence-status.ts';
import { numberLabel } from './number-label.ts';
import { ProofSteps } from './ProofSteps.tsx';
import { standingNow } from './standing-now.ts';
import { VerdictBox } from './VerdictBox.tsx';
import { WitnessPolicyWords } from './WitnessPolicyWords.tsx';

/** A licence that is what it says it is, with the status it had in the block it was proved under. */
export function LicenceFinding({ finding }: { readonly finding: Extract<Finding, { kind: 'licence' }> }) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const services = useQuery(servicesQuery);
  const { licence, operator, tookMs } = finding;
  const record = licence.licence;
  const service = services.data?.find((one) => one.id === record?.service);
  const scope = useScopeNames(service, record?.scope ?? []).join(t('looks.itemGap'));
  if (record === undefined) return null;
  const standing = standingNow(record, licence.block.time);
  const look = licenceStatusLook(standing);
  return (
    <VerdictBox tone={look.tone} icon={look.icon} word={t(`status.${standing}`)}>
      <p className="lead">{t(`statusWords.${standing}`)}</p>
      <LicenceMarks record={record} />
      <Facts
        facts={[
          {
            label: t('apply.name.short_label'),
            value: <strong>{record.tradeName || t('registering.name.none')}</strong>,
          },
          { label: t(numberLabel(licence.number)), value: <span className="mono">{licence.number}</span> },
          {
            label: t('apply.operator.short_label'),
            value: operator === undefined ? undefined : t('licence.disclosed', { name: operator }),
          },
          { label: t('licence.organ'), value: record.organName },
          { label: t('apply.scope.short_label'), value: scope },
          { label: t('apply.region.short_label'), value: nameOf(record.region) },
          ...ownFields(service, record.fields, i18n.language),
          { label: t('registering.copy.label'), value: copyWords(record.edition, t) },
          { label: t('licenceLaw.label'), value: articleOf(record, t) },
          { label: t('licence.issued'), value: format.day(record.issuedAt) },
          { label: t('licence.since'), value: format.time(record.since) },
          { label: t('validity.from'), value: record.from === undefined ? undefined : format.day(record.from) },
          {
            label: t('validity.expires'),
            value: record.expiresAt === undefined ? undefined : format.time(record.expiresAt),
          },
          { label: t('licence.until'), value: record.until === undefined ? undefined : format.time(record.until) },
          {
            label: t('proof.asOf'),
            value: t('proof.asOfWords', {
              time: format.time(licence.block.time),
              height: format.count(licence.block.height),
            }),
          },
        ]}
      />
      <WitnessPolicyWords place={licence} />
      <ProofSteps kind={operator === undefined ? 'licence' : 'licence-file'} place={licence} tookMs={tookMs} />
    </VerdictBox>
  );
}
