import { accessRule } from '../../access/access-rule.ts';
import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import { proposalStands } from './proposal-rules.ts';

/** A proposal goes without having counted for anything; its own proposer may take it back so. */
export const rejectProposal = defineDeed({
  name: 'access.reject',
  since: 4,
  body: { proposal: transactionId },
  sidecar: 'none',
  rules: [accessRule('access.reject', () => ({})), proposalStands],
  effect: ({ proposal }, { transaction }, draft) => {
    draft.remove('rule-proposal', proposal);
    return { events: [event('access.proposal-rejected', { proposal, by: transaction.kid })] };
  },
});
