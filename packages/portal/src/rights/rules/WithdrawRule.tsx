import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { useAct } from '../../officer/use-act.ts';
import type { Officer } from '../../officer/use-officer.ts';
import { RuleDifference } from './RuleDifference.tsx';
import type { StandingRule } from './rules-query.ts';

interface WithdrawRuleProps {
  readonly officer: Officer;
  readonly rule: StandingRule;
  readonly changed: () => void;
}

/** That a rule should go is proposed in the same way as that it should come. */
export function WithdrawRule({ officer, rule: { id, org }, changed }: WithdrawRuleProps) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  const { busy, error, sign } = useAct(officer, () => {
    setSure(false);
    changed();
  });
  const whose = org === undefined ? {} : { org };
  if (!isSure) {
    return (
      <button type="button" className="button second" onClick={() => setSure(true)}>
        {t('rules.withdraw')}
      </button>
    );
  }
  return (
    <>
      <RuleDifference officer={officer} change={{ ...whose, withdraw: id }} />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => void sign({ deed: 'access.propose-withdrawal', body: { ...whose, rule: id } })}
        >
          {t('rules.withdrawSign')}
        </button>
        <button type="button" className="button second" onClick={() => setSure(false)}>
          {t('rules.cancel')}
        </button>
      </div>
      {error !== undefined && <Failure error={error} />}
    </>
  );
}
