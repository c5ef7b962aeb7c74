import { lazy, Suspense, useState } from 'react';
import { Waiting } from '../design/Waiting.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';

const Scanner = lazy(async () => ({ default: (await import('../scan/Scanner.tsx')).Scanner }));

interface AgentCodeFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly change: (code: string) => void;
}

/** The agent's code: scanned off the other's screen, or pasted. */
export function AgentCodeField({ value, problem, change }: AgentCodeFieldProps) {
  const { t } = useTranslation();
  const [isScanning, setScanning] = useState(false);
  return (
    <>
      <TextField
        id="appoint-code"
        label={t('represent.code')}
        hint={t('represent.codeHint')}
        problem={problem}
        lines={4}
        maxLength={400}
        value={value}
        onChange={change}
      />
      {isScanning ? (
        <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
          <Scanner
            onText={(text) => {
              change(text);
              setScanning(false);
            }}
            onClose={() => setScanning(false)}
          />
        </Suspense>
      ) : (
        <div className="actions agent-scan">
          <button type="button" className="button second" onClick={() => setScanning(true)}>
            {t('represent.scan')}
          </button>
        </div>
      )}
    </>
  );
}
