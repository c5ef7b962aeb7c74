import { createAgentKey, formatAgentCode, indexedDbKeyStore } from '@minglu/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { QrCode } from '../design/QrCode.tsx';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import { departmentAt } from '../server/api.ts';
import { type Session, useSession } from '../session/session.ts';
import { rememberAgentSecrets } from './agent-backup-window.ts';
import { keepAgentKey, listAgentKeys } from './agent-keys.ts';
import { KeepAgentKey } from './KeepAgentKey.tsx';

interface ShowAgentCodeProps {
  /** Keys that have a mandate already, or had one; undefined while that is not known. */
  readonly taken: readonly string[] | undefined;
}

interface Shown {
  readonly kid: string;
  readonly code: string;
}

/** 出示代码: a pair of keys made here, whose public half the holder's device takes up. A pair for each appointment. */
export function ShowAgentCode({ taken }: ShowAgentCodeProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const queries = useQueryClient();
  const [shown, setShown] = useState<Shown>();
  const showing = useAttempt(async () => {
    const kid = await freeKey(taken ?? []);
    const store = indexedDbKeyStore();
    const ticket = session === undefined ? undefined : await ticketOf(session, kid);
    setShown({ kid, code: await formatAgentCode(store, kid, ticket) });
    await queries.invalidateQueries({ queryKey: ['mandates', 'own'] });
  });
  if (shown !== undefined && taken?.includes(shown.kid) === true) {
    return (
      <>
        <Notice tone="good" title={t('represent.accepted')} live="status" />
        <KeepAgentKey kid={shown.kid} />
      </>
    );
  }
  return (
    <section aria-labelledby="agent-code-title">
      <h2 id="agent-code-title">{t('represent.show')}</h2>
      <p className="measure">{t('represent.showWords')}</p>
      {showing.error !== undefined && <Failure error={showing.error} />}
      {shown !== undefined && (
        <div className="agent-code">
          <QrCode text={shown.code} label={t('represent.qr')} />
          <p className="mono scanned-text" id="agent-code">
            {shown.code}
          </p>
          <p className="soft small">{t(session === undefined ? 'represent.plainCode' : 'represent.ticketCode')}</p>
        </div>
      )}
      {session === undefined && (
        <p className="soft">
          {t('represent.signInFirst')}{' '}
          <Link to="/sign-in" state={{ from: '/represent' }}>
            {t('demo.signIn')}
          </Link>
        </p>
      )}
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={showing.busy || taken === undefined}
          onClick={() => showing.run()}
        >
          {t(shown === undefined ? 'represent.showGo' : 'represent.showAgain')}
        </button>
      </div>
      {shown !== undefined && <KeepAgentKey kid={shown.kid} />}
    </section>
  );
}

/** The one that was made and never given anything, or a new one: a key of two mandates would join them in the log. */
async function freeKey(taken: readonly string[]): Promise<string> {
  const free = listAgentKeys().find(({ kid }) => !taken.includes(kid));
  if (free !== undefined) return free.kid;
  const kid = await createAgentKey(indexedDbKeyStore(), rememberAgentSecrets);
  keepAgentKey({ kid, createdAt: Date.now() });
  return kid;
}

/** A department that does not answer leaves the code good for everybody but guardians and relatives. */
async function ticketOf({ endpoint, token }: Session, kid: string): Promise<string | undefined> {
  return await departmentAt(endpoint)
    .relationTicket(token, kid)
    .catch(() => undefined);
}
