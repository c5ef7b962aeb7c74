import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { useRightsWords } from '../use-rights-words.ts';
import type { RulesAnswer } from './rules-query.ts';

/** Who proposed, confirmed, rejected; the ledger has it for ever. */
export function RuleHistory({ history }: { readonly history: RulesAnswer['history'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRightsWords();
  return (
    <section aria-labelledby="rule-history">
      <h2 id="rule-history">{t('rules.history')}</h2>
      {history.length === 0 && <p className="soft">{t('rules.noHistory')}</p>}
      <ol className="list">
        {history.map(({ name, subject, org, signer, time }) => (
          <li className="right-item" key={`${name} ${subject} ${time}`}>
            <p>{t(`rules.events.${name}`, { who: org === undefined ? t('rules.everybody') : words.orgName(org) })}</p>
            <p className="soft small">
              {format.time(time)}
              {signer !== undefined && ` ${t('rules.signer', { kid: signer.slice(0, 8) })}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
