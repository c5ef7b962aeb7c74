import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Facts } from '../design/Facts.tsx';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { QrCode } from '../design/QrCode.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { trustQuery } from '../server/trust-query.ts';
import { forgetPins } from '../store/browser-pins.ts';
import { forgetEvidence } from '../store/history-store.ts';

/** How to check without us, and whose keys to believe. */
export function AboutPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('about.title')} lead={t('about.lead')} />
      <h2>{t('about.checkTitle')}</h2>
      <ol className="measure">
        <li>{t('about.check1')}</li>
        <li>{t('about.check2')}</li>
        <li>{t('about.check3')}</li>
        <li>{t('about.check4')}</li>
      </ol>
      <div className="actions">
        <a className="button" href="/verify.html" download="verify.html">
          <Icon name="down" />
          {t('about.verifier')}
        </a>
        <a className="button second" href="/trust.json" download="trust.json">
          <Icon name="down" />
          {t('about.trustFile')}
        </a>
      </div>
      <h2>{t('about.fingerprintTitle')}</h2>
      <p className="measure">{t('about.fingerprintWords')}</p>
      <Fingerprint />
      <ForgetKeys />
      <h2>{t('about.promiseTitle')}</h2>
      <ul className="measure">
        <li>{t('about.promise1')}</li>
        <li>{t('about.promise2')}</li>
        <li>{t('about.promise3')}</li>
      </ul>
      <h2>{t('about.honestTitle')}</h2>
      <p className="measure">{t('about.honest1')}</p>
      <p className="measure">{t('about.honest2')}</p>
      <h2>{t('about.standardsTitle')}</h2>
      <p className="measure">{t('about.standards')}</p>
      <p>
        <a href="/api/docs">{t('about.api')}</a>
      </p>
    </>
  );
}

/** For whoever knows why the keys changed; offered here, with the reason not to, and nowhere else. */
function ForgetKeys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [done, setDone] = useState(false);
  return (
    <details id="keys">
      <summary>{t('about.resetTitle')}</summary>
      <p className="measure">{t('about.resetWords')}</p>
      <button
        type="button"
        className="button grave"
        onClick={() => {
          forgetPins();
          forgetEvidence();
          setDone(true);
          void queries.invalidateQueries();
        }}
      >
        {t('about.reset')}
      </button>
      <p role="status">{done ? t('about.resetDone') : ''}</p>
    </details>
  );
}

function Fingerprint() {
  const { t } = useTranslation();
  const trust = useQuery(trustQuery);
  if (trust.isError) return <Failure error={trust.error} retry={() => void trust.refetch()} />;
  if (trust.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const { fingerprint, origin, version, witnesses, threshold } = trust.data;
  return (
    <div className="card">
      <p className="fingerprint">{fingerprint.match(/.{4}/g)?.join(' ')}</p>
      <QrCode text={`minglu-trust:${fingerprint}`} label={t('about.fingerprintQr')} />
      <Facts
        facts={[
          { label: t('about.origin'), value: <span className="mono">{origin}</span> },
          { label: t('about.version'), value: version },
          { label: t('about.policy'), value: t('about.policyWords', { threshold, known: witnesses.length }) },
          { label: t('about.witnesses'), value: witnesses.map((witness) => witness.name).join(t('looks.nameGap')) },
        ]}
      />
    </div>
  );
}
