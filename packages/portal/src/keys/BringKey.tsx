import { isAgentKeyFile } from '@minglu/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { FileButton } from '../forms/FileButton.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { bringAgentKey } from '../represent/bring-agent-key.ts';
import type { StoredCase } from '../store/case-store.ts';
import { bringKey } from './bring-key.ts';
import { PassphraseField } from './PassphraseField.tsx';

/** A backup file and its passphrase: from then on this browser holds the case, or acts as the agent whose keys they are. */
export function BringKey() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [passphrase, setPassphrase] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [brought, setBrought] = useState<StoredCase | 'agent'>();
  const [error, setError] = useState<unknown>();
  const problems = attempt === 0 ? [] : problemsOf(file, passphrase).map(([field, key]) => ({ field, words: t(key) }));
  async function bring(event: React.SyntheticEvent): Promise<void> {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (file === undefined || problemsOf(file, passphrase).length > 0) return;
    setBusy(true);
    setError(undefined);
    try {
      setBrought(await bringEither(await file.text(), passphrase));
      setPassphrase('');
      await queries.invalidateQueries();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  }
  if (brought === 'agent') {
    return (
      <Notice tone="good" title={t('agentKeys.brought')} live="status">
        <p>{t('agentKeys.broughtWords')}</p>
        <p>
          <Link to="/represent">{t('represent.own')}</Link>
        </p>
      </Notice>
    );
  }
  if (brought !== undefined) {
    return (
      <Notice tone="good" title={t('keys.brought', { name: brought.body.tradeName })} live="status">
        <p>
          <Link to={`/cases/${brought.id}`}>{t('keys.broughtLink')}</Link>
        </p>
      </Notice>
    );
  }
  return (
    <form onSubmit={(event) => void bring(event)} noValidate className="measure">
      <ErrorSummary problems={problems} attempt={attempt} />
      {error !== undefined && <Failure error={error} />}
      <p>{t('keys.bringWords')}</p>
      <div className="field">
        <FileButton id="key-file" label={t('keys.file')} accept=".json,application/json" showsName take={setFile} />
      </div>
      <PassphraseField
        id="key-passphrase"
        label={t('keys.passphrase')}
        autoComplete="current-password"
        problem={problems.find(({ field }) => field === 'key-passphrase')?.words}
        value={passphrase}
        onChange={setPassphrase}
      />
      {busy && <Waiting>{t('keys.working')}</Waiting>}
      <div className="actions">
        <button type="submit" className="button second" disabled={busy}>
          {t('keys.bring')}
        </button>
      </div>
    </form>
  );
}

/** The file says what it is; its owner need not know. */
async function bringEither(text: string, passphrase: string): Promise<StoredCase | 'agent'> {
  if (!isAgentKeyFile(text)) return await bringKey(text, passphrase);
  await bringAgentKey(text, passphrase);
  return 'agent';
}

const MAX_FILE_BYTES = 262_144;

function problemsOf(file: File | undefined, passphrase: string): readonly (readonly [field: string, words: string])[] {
  const isFile = file !== undefined && file.size <= MAX_FILE_BYTES;
  return [
    ...(isFile ? [] : [['key-file', 'keys.noFile'] as const]),
    ...(passphrase === '' ? [['key-passphrase', 'keys.noPassphrase'] as const] : []),
  ];
}
