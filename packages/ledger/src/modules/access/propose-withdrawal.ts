import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { PROPOSAL_LIFE_MS } from './proposal-rules.ts';
import { rulesOf } from './write-rules.ts';

const body = { org: optional(id), rule: transactionId };
type Body = BodyOf<typeof body>;

/** That a rule should go is put up in the same way as that it should come. */
export const proposeWithdrawal = defineDeed({
  name: 'access.propose-withdrawal',
  since: 4,
  body,
  sidecar: 'none',
  rules: [accessRule('access.propose-withdrawal', ({ org }) => (org === undefined ? {} : { org })), ruleIsThere],
  effect: propose,
});

function ruleIsThere({ org = '', rule }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const isThere = rulesOf(records, org, timeMs).some((one) => one.id === rule);
  return isThere ? undefined : refuse('rule-unknown', { rule });
}

function propose({ org, rule: withdraw }: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const { id: proposal, kid: by } = transaction;
  const about = org === undefined ? {} : { org };
  draft.write('rule-proposal', proposal, { ...about, withdraw, by, at: timeMs, until: timeMs + PROPOSAL_LIFE_MS });
  return { events: [event('access.rule-proposed', { proposal, ...about, withdraw, by })] };
}
