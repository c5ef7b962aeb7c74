import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { BringKey } from './BringKey.tsx';
import { CaseByNumber } from './CaseByNumber.tsx';

const WORKS = ['licence', 'number', 'draft', 'counter'] as const;
const FAILS = ['withdraw', 'name', 'reset'] as const;

/** 换手机或者丢了钥匙: what still works, what does not and why, and the two ways on. */
export function KeysHelpPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('keys.title')} lead={t('keys.lead')} back={{ to: '/cases', label: t('nav.cases') }} />
      <h2>{t('keys.worksTitle')}</h2>
      <ul className="measure">
        {WORKS.map((what) => (
          <li key={what}>{t(`keys.works.${what}`)}</li>
        ))}
      </ul>
      <h3>{t('keys.byNumberTitle')}</h3>
      <CaseByNumber />
      <p>
        <Link to="/verify">{t('keys.verifyLink')}</Link>
      </p>
      <h2>{t('keys.failsTitle')}</h2>
      <ul className="measure">
        {FAILS.map((what) => (
          <li key={what}>{t(`keys.fails.${what}`)}</li>
        ))}
      </ul>
      <Notice tone="brand" title={t('keys.whyTitle')}>
        <p>{t('keys.whyWords')}</p>
      </Notice>
      <h2>{t('keys.bringTitle')}</h2>
      <BringKey />
      <p className="measure soft">{t('agentKeys.help')}</p>
      <h2>{t('keys.counterTitle')}</h2>
      <p className="measure">{t('keys.counterWords')}</p>
      <h2>{t('keys.nextTimeTitle')}</h2>
      <p className="measure">{t('keys.nextTimeWords')}</p>
    </>
  );
}
