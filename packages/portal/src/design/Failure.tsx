import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import { failureOf } from '../server/failure.ts';
import { Notice } from './Notice.tsx';

const StepUp = lazy(async () => ({ default: (await import('../identity/StepUp.tsx')).StepUp }));
const Refused = lazy(async () => ({ default: (await import('../rights/Refused.tsx')).Refused }));
const aboutKeys = new Set(['trust-changed', 'trust-downgrade']);
/** Where trying again in this browser gives the same: the way on is another. */
const keyless = new Set(['key-missing']);

/** What went wrong in words, and the way on. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useTranslation();
  const words = useCodeWords();
  const failure = failureOf(error);
  return (
    <Notice tone="bad" title={t(isMissing(failure.code) ? 'looks.notFound' : 'failure.title')} live="alert">
      <p>{words(failure.code, failure.facts)}</p>
      <p className="small soft">{t('looks.code', { code: failure.code })}</p>
      {aboutKeys.has(failure.code) && (
        <p>
          <Link to="/about">{t('failure.trustLink')}</Link>
        </p>
      )}
      {keyless.has(failure.code) && (
        <p>
          <Link to="/help/keys">{t('looks.lostKey')}</Link>
        </p>
      )}
      {failure.code === 'access-denied' && (
        <Suspense fallback={null}>
          <Refused error={error} />
        </Suspense>
      )}
      {failure.code === 'step-up-required' && (
        <Suspense fallback={null}>
          <StepUp />
        </Suspense>
      )}
      {retry !== undefined && !keyless.has(failure.code) && (
        <button type="button" className="button second" onClick={retry}>
          {t('failure.retry')}
        </button>
      )}
    </Notice>
  );
}

function isMissing(code: string): boolean {
  return code.endsWith('-not-found');
}
