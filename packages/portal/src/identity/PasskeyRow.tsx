import { useState } from 'react';
import { TextField } from '../forms/TextField.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { api } from '../server/api.ts';

type Passkey = Awaited<ReturnType<typeof api.get<'/api/passkeys'>>>['passkeys'][number];

interface PasskeyRowProps {
  readonly passkey: Passkey;
  readonly busy: boolean;
  readonly rename: (id: string, name: string) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
}

/** Removing asks once more in place: what is gone opens nothing any more, and does not come back. */
export function PasskeyRow({ passkey, busy, rename, remove }: PasskeyRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [doing, setDoing] = useState<'rename' | 'remove'>();
  const [typed, setTyped] = useState(passkey.name);
  const { id, name, createdAt, lastUsedAt, isBackedUp, assurance } = passkey;
  const done = () => setDoing(undefined);
  return (
    <li className="row">
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="soft">
          {t(isBackedUp ? 'passkeys.synced' : 'passkeys.onDevice')} · {t(`identity.levels.${assurance}`)}
        </p>
        <p className="soft">
          {lastUsedAt === undefined
            ? t('passkeys.unused', { since: format.time(createdAt) })
            : t('passkeys.used', { since: format.time(createdAt), last: format.time(lastUsedAt) })}
        </p>
        {doing === 'rename' && (
          <TextField
            id={`rename-${id}`}
            label={t('passkeys.newName')}
            value={typed}
            maxLength={40}
            onChange={setTyped}
          />
        )}
        {doing === 'remove' && <p>{t('passkeys.removeSure', { name })}</p>}
      </div>
      <div className="actions">
        {doing === undefined ? (
          <>
            <button type="button" className="button second" disabled={busy} onClick={() => setDoing('rename')}>
              {t('passkeys.rename')}
            </button>
            <button type="button" className="button second" disabled={busy} onClick={() => setDoing('remove')}>
              {t('passkeys.remove')}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              className="button"
              disabled={busy || typed.trim() === ''}
              onClick={() => void (doing === 'rename' ? rename(id, typed.trim()) : remove(id)).then(done)}
            >
              {t(doing === 'rename' ? 'passkeys.save' : 'passkeys.removeYes')}
            </button>
            <button type="button" className="button second" onClick={done}>
              {t('passkeys.leave')}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
