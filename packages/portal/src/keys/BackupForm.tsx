import { useState } from 'react';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { passphraseProblem } from './passphrase-problem.ts';

interface BackupFormProps {
  readonly fileName: string;
  /** The file's text under the passphrase. */
  readonly seal: (passphrase: string) => Promise<string>;
}

/** A key in a file under a passphrase: offered while the page that made it is open, and never again. */
export function BackupForm({ fileName, seal }: BackupFormProps) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<'open' | 'busy' | 'saved'>('open');
  const [error, setError] = useState<unknown>();
  const problem = attempt === 0 ? undefined : passphraseProblem(passphrase, again);
  const field = problem === 'keys.differs' ? 'backup-again' : 'backup-passphrase';
  async function save(event: React.SyntheticEvent): Promise<void> {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (passphraseProblem(passphrase, again) !== undefined) return;
    setState('busy');
    setError(undefined);
    try {
      downloadText(fileName, await seal(passphrase));
      setState('saved');
      setPassphrase('');
      setAgain('');
      setAttempt(0);
    } catch (failed) {
      setError(failed);
      setState('open');
    }
  }
  if (state === 'saved') {
    return (
      <Notice tone="good" title={t('keys.saved')} live="status">
        <p>{t('keys.savedWords')}</p>
      </Notice>
    );
  }
  return (
    <form className="measure" onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary problems={problem === undefined ? [] : [{ field, words: t(problem) }]} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      <PassphraseField
        id="backup-passphrase"
        label={t('keys.passphrase')}
        hint={t('keys.passphraseHint')}
        autoComplete="new-password"
        problem={problem === undefined || field !== 'backup-passphrase' ? undefined : t(problem)}
        value={passphrase}
        onChange={setPassphrase}
      />
      <PassphraseField
        id="backup-again"
        label={t('keys.again')}
        autoComplete="new-password"
        problem={problem === undefined || field !== 'backup-again' ? undefined : t(problem)}
        value={again}
        onChange={setAgain}
      />
      {state === 'busy' && <Waiting>{t('keys.working')}</Waiting>}
      <div className="actions">
        <button type="submit" className="button second" disabled={state === 'busy'}>
          <Icon name="down" />
          {t('keys.save')}
        </button>
      </div>
    </form>
  );
}
