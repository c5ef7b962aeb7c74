import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseMatter } from '../server/ledger.ts';

/** What an application about a licence asks for; one that comes late is taken, and says so. */
export function MatterFacts({ matter }: { readonly matter: CaseMatter }) {
  const { t } = useTranslation();
  const { kind, licence, items = [], ground, afterDays } = matter;
  return (
    <>
      {afterDays !== undefined && (
        <Notice tone="warn" title={t('matter.late', { days: afterDays })}>
          <p>{t('matter.lateWords')}</p>
        </Notice>
      )}
      <Facts
        facts={[
          { label: t('matter.kind'), value: t(`matterKinds.${kind}`) },
          { label: t('licence.number'), value: <Link to={`/verify/${licence}`}>{licence}</Link> },
          {
            label: t('matter.items'),
            value:
              items.length === 0 ? undefined : items.map((item) => t(`particulars.${item}`)).join(t('looks.nameGap')),
          },
          {
            label: t('matter.ground'),
            value: ground === undefined ? undefined : t(`matterGrounds.${ground}`, { defaultValue: ground }),
          },
        ]}
      />
    </>
  );
}
