import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import { failureOf } from '../server/failure.ts';
import { useSession } from '../session/session.ts';
import { canUsePasskeys, passkeysQuery, provePasskey } from './passkeys.ts';
import { stepUpAt } from './step-up.ts';

/** The way on from `step-up-required`. */
export function StepUp() {
  const { t } = useTranslation();
  const words = useCodeWords();
  const { session } = useSession();
  const [state, setState] = useState<'open' | 'waiting' | 'done'>('open');
  const [error, setError] = useState<unknown>();
  const passkeys = useQuery({ ...passkeysQuery, enabled: canUsePasskeys() });
  const provider = session?.provider;
  const hasPasskey = passkeys.data?.some(({ assurance }) => assurance === 3) === true;
  if (provider === undefined && !hasPasskey) return null;
  async function go(work: () => Promise<void>): Promise<void> {
    setState('waiting');
    setError(undefined);
    try {
      await work();
      setState('done');
    } catch (problem) {
      setError(problem);
      setState('open');
    }
  }
  return (
    <>
      {error !== undefined && <p role="alert">{words(failureOf(error).code, {})}</p>}
      {state !== 'done' && (
        <p className="actions">
          {hasPasskey && (
            <button type="button" className="button" onClick={() => void go(() => provePasskey('raise'))}>
              {t('passkeys.stepUp')}
            </button>
          )}
          {provider !== undefined && (
            <button type="button" className="button" onClick={() => void go(() => stepUpAt(provider))}>
              {t('identity.stepUp')}
            </button>
          )}
        </p>
      )}
      <p role="status">
        {state === 'waiting'
          ? t(provider === undefined ? 'passkeys.waiting' : 'identity.stepUpWaiting')
          : state === 'done'
            ? t('identity.stepUpDone')
            : ''}
      </p>
    </>
  );
}
