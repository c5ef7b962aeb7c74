import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { findAgentSecrets } from './agent-backup-window.ts';

const AgentKeyBackup = lazy(async () => ({ default: (await import('./AgentKeyBackup.tsx')).AgentKeyBackup }));

/** 换手机时用: the keys that were just made, in a file of their owner's; of older ones it says that they stay here. */
export function KeepAgentKey({ kid }: { readonly kid: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const secrets = findAgentSecrets(kid);
  const help = <Link to="/help/keys">{t('keys.helpLink')}</Link>;
  if (secrets === undefined) {
    return (
      <p className="soft measure">
        {t('agentKeys.onlyHere')} {help}
      </p>
    );
  }
  return (
    <section aria-labelledby="keep-agent-key">
      <h3 id="keep-agent-key">{t('agentKeys.title')}</h3>
      <p className="measure">
        {t('agentKeys.words')} {help}
      </p>
      {isOpen ? (
        <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
          <AgentKeyBackup kid={kid} secrets={secrets} />
        </Suspense>
      ) : (
        <div className="actions">
          <button type="button" className="button second" onClick={() => setOpen(true)}>
            {t('agentKeys.backup')}
          </button>
        </div>
      )}
    </section>
  );
}
