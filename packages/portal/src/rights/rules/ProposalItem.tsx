import { Failure } from '../../design/Failure.tsx';
import { Tag } from '../../design/Tag.tsx';
import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { useAct } from '../../officer/use-act.ts';
import type { Officer } from '../../officer/use-officer.ts';
import type { Duties } from '../use-duties.ts';
import { RuleDifference } from './RuleDifference.tsx';
import { RuleWords } from './RuleWords.tsx';
import type { Proposal, StandingRule } from './rules-query.ts';

interface ProposalItemProps {
  readonly officer: Officer;
  readonly duties: Duties;
  readonly proposal: Proposal;
  /** The rule that is to go, where one is. */
  readonly withdrawn: StandingRule | undefined;
  readonly changed: () => void;
}

/** What one person wants, with what it would change; another one confirms. */
export function ProposalItem({ officer, duties, proposal, withdrawn, changed }: ProposalItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, error, sign } = useAct(officer, changed);
  const { id, org, rule, withdraw, by, at, until } = proposal;
  const shown = rule ?? withdrawn?.rule;
  const isOwn = by === officer.signer.publicKey.kid;
  const whose = org === undefined ? {} : { org };
  const change = { ...whose, ...(rule === undefined ? {} : { rule }), ...(withdraw === undefined ? {} : { withdraw }) };
  const answer = (deed: 'access.confirm' | 'access.reject') => () => void sign({ deed, body: { proposal: id } });
  return (
    <li className="right-item">
      <p>
        <Tag tone="warn">{t(withdraw === undefined ? 'rules.toCome' : 'rules.toGo')}</Tag>
      </p>
      {shown !== undefined && <RuleWords rule={shown} org={org} />}
      <p className="soft small">{t('rules.proposedAt', { time: format.time(at), until: format.time(until) })}</p>
      {duties.proposes && <RuleDifference officer={officer} change={change} />}
      {isOwn && <p className="small">{t('rules.needsAnother')}</p>}
      {duties.confirms && (
        <div className="actions">
          {!isOwn && (
            <button type="button" className="button" disabled={busy} onClick={answer('access.confirm')}>
              {t('rules.confirm')}
            </button>
          )}
          <button type="button" className="button second" disabled={busy} onClick={answer('access.reject')}>
            {t(isOwn ? 'rules.takeBack' : 'rules.reject')}
          </button>
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
    </li>
  );
}
