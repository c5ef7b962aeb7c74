import { useState } from 'react';
import { useCodeWords } from '../language/use-code-words.ts';
import { useTranslation } from '../language/use-translation.ts';
import { failureOf } from '../server/failure.ts';
import { useSession } from '../session/session.ts';
import { stepUpAt } from './step-up.ts';

/** The way on from `step-up-required`. */
export function StepUp() {
  const { t } = useTranslation();
  const words = useCodeWords();
  const { session } = useSession();
  const [state, setState] = useState<'open' | 'waiting' | 'done'>('open');
  const [error, setError] = useState<unknown>();
  const provider = session?.provider;
  if (provider === undefined) return null;
  async function go(at: string): Promise<void> {
    setState('waiting');
    setError(undefined);
    try {
      await stepUpAt(at);
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
        <button type="button" className="button" onClick={() => void go(provider)}>
          {t('identity.stepUp')}
        </button>
      )}
      <p role="status">
        {state === 'waiting' ? t('identity.stepUpWaiting') : state === 'done' ? t('identity.stepUpDone') : ''}
      </p>
    </>
  );
}
