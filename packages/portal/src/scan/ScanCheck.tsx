import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { readScan, type Scan } from './read-scan.ts';

const Scanner = lazy(async () => ({ default: (await import('./Scanner.tsx')).Scanner }));

/** 扫一扫: a code leads to a check on this very page, or is shown as the text it is. */
export function ScanCheck({ onEvidence }: { readonly onEvidence: (text: string) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [foreign, setForeign] = useState<Extract<Scan, { kind: 'foreign' }>>();
  function take(text: string): void {
    setOpen(false);
    const scan = readScan(text, location.origin);
    setForeign(scan.kind === 'foreign' ? scan : undefined);
    if (scan.kind === 'number') navigate(`/verify/${scan.number}`);
    if (scan.kind === 'evidence') onEvidence(scan.text);
  }
  return (
    <>
      {!isOpen && (
        <div className="actions">
          <button
            type="button"
            className="button second"
            onClick={() => {
              setForeign(undefined);
              setOpen(true);
            }}
          >
            {t('scan.open')}
          </button>
        </div>
      )}
      {isOpen && (
        <Suspense fallback={<Waiting>{t('scan.asking')}</Waiting>}>
          <Scanner onText={take} onClose={() => setOpen(false)} />
        </Suspense>
      )}
      {foreign !== undefined && (
        <Notice tone="warn" title={t('scan.foreignTitle')} live="alert">
          <p>{t('scan.foreignWords')}</p>
          <p className="mono scanned-text">{foreign.shown}</p>
          {foreign.number !== undefined && (
            <p>
              <Link to={`/verify/${foreign.number}`}>{t('scan.checkHere', { number: foreign.number })}</Link>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}
