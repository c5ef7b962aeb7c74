import { Facts } from '../design/Facts.tsx';
import { useTranslation } from '../language/use-translation.ts';

/** The face of the licence with nobody's particulars in it. */
export function SampleLicence() {
  const { t } = useTranslation();
  return (
    <figure className="licence">
      <figcaption className="licence-title">{t('licence.face')}</figcaption>
      <p className="licence-sample">{t('licence.sample')}</p>
      <Facts
        facts={[
          { label: t('licence.number'), value: <span className="mono">92××××××××××××××××</span> },
          { label: t('apply.name.short_label'), value: t('matters.sampleName') },
          { label: t('apply.operator.short_label'), value: '×××' },
          { label: t('apply.scope.short_label'), value: t('matters.sampleScope') },
          { label: t('licence.organ'), value: t('matters.sampleOrgan') },
        ]}
      />
    </figure>
  );
}
