import { useQuery } from '@tanstack/react-query';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Tag } from '../../design/Tag.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { OfficerOnly } from '../../officer/OfficerOnly.tsx';
import type { Officer } from '../../officer/use-officer.ts';
import { type Duties, useDuties } from '../use-duties.ts';
import { ProposalItem } from './ProposalItem.tsx';
import { ProposeRule } from './ProposeRule.tsx';
import { RuleHistory } from './RuleHistory.tsx';
import { RuleWords } from './RuleWords.tsx';
import { type RulesAnswer, rulesQuery, type StandingRule } from './rules-query.ts';
import { WithdrawRule } from './WithdrawRule.tsx';

/** 权限规则: what holds, what is proposed, and how it came about; made by two people. */
export function RulesPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('rules.title')}>{(officer) => <Rules officer={officer} />}</OfficerOnly>;
}

function Rules({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const rules = useQuery(rulesQuery);
  const duties = useDuties(officer);
  const changed = () => void rules.refetch();
  return (
    <>
      <PageHeading
        title={t('rules.title')}
        lead={t('rules.lead')}
        back={{ to: '/officer/rights', label: t('rights.title') }}
      />
      {rules.isError && <Failure error={rules.error} retry={changed} />}
      {rules.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {rules.data !== undefined && <Proposals {...{ officer, duties, changed }} answer={rules.data} />}
      {rules.data !== undefined && <Standing {...{ officer, duties, changed }} answer={rules.data} />}
      {duties.proposes && rules.data !== undefined && (
        <ProposeRule officer={officer} deeds={rules.data.deeds} changed={changed} />
      )}
      {rules.data !== undefined && <RuleHistory history={rules.data.history} />}
    </>
  );
}

interface PartProps {
  readonly officer: Officer;
  readonly duties: Duties;
  readonly answer: RulesAnswer;
  readonly changed: () => void;
}

function Proposals({ officer, duties, answer, changed }: PartProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{t('rules.proposals')}</h2>
      {answer.proposals.length === 0 && <Notice tone="quiet" title={t('rules.noProposals')} live="status" />}
      <ul className="list">
        {answer.proposals.map((proposal) => (
          <ProposalItem
            key={proposal.id}
            {...{ officer, duties, proposal, changed }}
            withdrawn={answer.rules.find(({ id }) => id === proposal.withdraw)}
          />
        ))}
      </ul>
    </section>
  );
}

function Standing({ officer, duties, answer, changed }: PartProps) {
  const { t } = useTranslation();
  const waiting = new Set(answer.proposals.map(({ withdraw }) => withdraw));
  const mayWithdraw = ({ id, org }: StandingRule) =>
    duties.proposes && !waiting.has(id) && (duties.confirms || org === officer.session.department);
  return (
    <section aria-labelledby="standing-rules">
      <h2 id="standing-rules">{t('rules.standing')}</h2>
      {answer.rules.length === 0 && (
        <Notice tone="quiet" title={t('rules.none')}>
          <p>{t('rules.noneWords')}</p>
        </Notice>
      )}
      <ul className="list">
        {answer.rules.map((one) => (
          <li className="right-item" key={one.id}>
            <p>
              <Tag tone={one.rule.effect === 'deny' ? 'bad' : 'good'}>{t(`rules.effect.${one.rule.effect}`)}</Tag>{' '}
              {one.requested && <Tag tone="quiet">{t('rules.requested')}</Tag>}
            </p>
            <RuleWords rule={one.rule} org={one.org} />
            {mayWithdraw(one) && <WithdrawRule officer={officer} rule={one} changed={changed} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
