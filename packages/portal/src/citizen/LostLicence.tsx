import { lazy, Suspense, useState } from 'react';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { StoredCase } from '../store/case-store.ts';

/** Few lose a licence: what it takes comes when it is asked for. */
const ReplaceLicence = lazy(async () => ({ default: (await import('./ReplaceLicence.tsx')).ReplaceLicence }));

interface LostLicenceProps {
  readonly number: string;
  readonly stored: StoredCase;
  readonly done: () => void;
}

/** 遗失或者毁坏: the way to declaring it void and having it issued again. */
export function LostLicence({ number, stored, done }: LostLicenceProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <p>
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          {t('registering.copy.replace')}
        </button>
      </p>
    );
  }
  return (
    <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
      <ReplaceLicence number={number} stored={stored} done={done} close={() => setAsking(false)} />
    </Suspense>
  );
}
