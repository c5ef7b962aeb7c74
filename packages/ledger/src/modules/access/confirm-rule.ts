import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import type { Refusal } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { proposalStands, proposerIsAnother } from './proposal-rules.ts';
import { rulesHaveRoom, rulesOf, writeRules } from './write-rules.ts';

const body = { proposal: transactionId };
type Body = BodyOf<typeof body>;

/** From this block on every decision counts by it, of the doors and of the reads alike. */
export const confirmRule = defineDeed({
  name: 'access.confirm',
  since: 4,
  body,
  sidecar: 'none',
  rules: [accessRule('access.confirm', () => ({})), proposalStands, proposerIsAnother, thereIsRoom],
  effect: confirm,
});

function thereIsRoom({ proposal }: Body, context: DeedContext): Refusal | undefined {
  const { org = '', rule } = context.records.find('rule-proposal', proposal) ?? {};
  return rule === undefined ? undefined : rulesHaveRoom(org, context);
}

function confirm({ proposal }: Body, context: DeedContext, draft: Draft): Effect {
  const { org = '', rule, withdraw, by } = draft.get('rule-proposal', proposal);
  const about = org === '' ? {} : { org };
  const { kid } = context.transaction;
  const standing = rulesOf(draft, org, context.timeMs).filter(({ id }) => id !== withdraw);
  writeRules(
    draft,
    org,
    rule === undefined ? standing : [...standing, { ...rule, id: proposal, by: [by, kid] }],
    context,
  );
  draft.remove('rule-proposal', proposal);
  if (rule === undefined)
    return { events: [event('access.rule-withdrawn', { rule: withdraw ?? '', ...about, by: kid })] };
  return { events: [event('access.rule-in-force', { rule: proposal, ...about, effect: rule.effect, by: kid })] };
}
