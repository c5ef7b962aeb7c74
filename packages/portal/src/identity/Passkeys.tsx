import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { PasskeyRow } from './PasskeyRow.tsx';
import { addPasskey, canUsePasskeys, passkeysQuery } from './passkeys.ts';

/** One's own passkeys: seen, added, renamed, removed. @param person as the reader's own device will list it */
export function Passkeys({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const passkeys = useQuery(passkeysQuery);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [said, setSaid] = useState('');
  async function doing(work: () => Promise<unknown>, words: string): Promise<boolean> {
    setBusy(true);
    setError(undefined);
    setSaid('');
    try {
      await work();
      setSaid(words);
      await queries.invalidateQueries(passkeysQuery);
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  }
  const change = {
    rename: (id: string, next: string) =>
      doing(() => api.post('/api/passkeys/rename', { id, name: next }), t('passkeys.renamed')),
    remove: (id: string) => doing(() => api.delete('/api/passkeys/{id}', { id }), t('passkeys.removed')),
  };
  const listed = passkeys.data ?? [];
  return (
    <section aria-labelledby="own-passkeys">
      <h2 id="own-passkeys">{t('passkeys.own')}</h2>
      <p>{t('passkeys.ownWords')}</p>
      {passkeys.isPending && <Waiting>{t('identity.looking')}</Waiting>}
      {passkeys.isError && <Failure error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {passkeys.isSuccess && listed.length === 0 && <p className="soft">{t('passkeys.none')}</p>}
      <ul className="list">
        {listed.map((one) => (
          <PasskeyRow key={one.id} passkey={one} busy={busy} {...change} />
        ))}
      </ul>
      {error !== undefined && <Failure error={error} />}
      <p role="status">{said}</p>
      <AddPasskey busy={busy} add={(name) => doing(() => addPasskey(name, person), t('passkeys.added'))} />
    </section>
  );
}

interface AddPasskeyProps {
  readonly busy: boolean;
  /** Whether it was added. */
  readonly add: (name: string) => Promise<boolean>;
}

function AddPasskey({ busy, add }: AddPasskeyProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  async function submit(): Promise<void> {
    const typed = name.trim();
    setProblem(typed === '' ? t('passkeys.nameMissing') : undefined);
    if (typed !== '' && (await add(typed))) setName('');
  }
  if (!canUsePasskeys()) return <p className="soft">{t('passkeys.unavailable')}</p>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        id="passkey-name"
        label={t('passkeys.name')}
        hint={t('passkeys.nameHint')}
        value={name}
        problem={problem}
        maxLength={40}
        onChange={setName}
      />
      <button type="submit" className="button" disabled={busy}>
        {t('passkeys.add')}
      </button>
    </form>
  );
}
