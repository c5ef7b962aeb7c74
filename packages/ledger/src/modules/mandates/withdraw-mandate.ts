import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';

const body = { principal: digest, agent: digest };
type Body = BodyOf<typeof body>;

/** Either side ends it, at once and without a reason (民法典 173): what the agent does from this block on counts for nothing. */
export const withdrawMandate = defineDeed({
  name: 'mandates.withdraw',
  since: 4,
  body,
  sidecar: 'none',
  rules: [accessRule('mandates.withdraw', ownSide), mandateStands],
  effect: withdraw,
});

function ownSide({ principal, agent }: Body, _records: unknown, kid: string): { readonly holder: string } {
  return { holder: kid === agent ? agent : principal };
}

function mandateStands({ principal, agent }: Body, { records }: DeedContext): Refusal | undefined {
  const isThere = records.find('mandate', `${principal}/${agent}`) !== undefined;
  return isThere ? undefined : refuse('mandate-unknown');
}

function withdraw({ principal, agent }: Body, { transaction }: DeedContext, draft: Draft): Effect {
  const { case: id } = draft.get('mandate', `${principal}/${agent}`);
  draft.remove('mandate', `${principal}/${agent}`);
  return { events: [event('mandate.withdrawn', { case: id, principal, agent, by: transaction.kid })] };
}
