import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import type { Officer } from '../use-officer.ts';
import { rotateKey } from './rotate-key.ts';

/** 更换密钥: asked once more, because the old one signs nothing afterwards. */
export function RotateKey({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [state, setState] = useState<'closed' | 'asking' | 'busy' | 'done'>('closed');
  const [error, setError] = useState<unknown>();
  async function go(): Promise<void> {
    setState('busy');
    setError(undefined);
    try {
      await rotateKey(officer);
      await queries.invalidateQueries();
      setState('done');
    } catch (problem) {
      setError(problem);
      setState('asking');
    }
  }
  return (
    <section aria-labelledby="rotate-key">
      <h2 id="rotate-key">{t('officerKeys.rotate')}</h2>
      <p>{t('officerKeys.rotateWords')}</p>
      {error !== undefined && <Failure error={error} />}
      {state === 'done' && <Notice tone="good" title={t('officerKeys.rotated')} live="status" />}
      {state === 'closed' || state === 'done' ? (
        <button type="button" className="button second" onClick={() => setState('asking')}>
          {t('officerKeys.rotateGo')}
        </button>
      ) : (
        <>
          <p>{t('officerKeys.rotateSure')}</p>
          <p className="actions">
            <button type="button" className="button" disabled={state === 'busy'} onClick={() => void go()}>
              {t(state === 'busy' ? 'officerKeys.working' : 'officerKeys.rotateYes')}
            </button>
            <button
              type="button"
              className="button second"
              disabled={state === 'busy'}
              onClick={() => setState('closed')}
            >
              {t('passkeys.leave')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
