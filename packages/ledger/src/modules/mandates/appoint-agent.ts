import { canBeMandated } from '../../access/access-rules.ts';
import { DAY_MS } from '../../calendar/civil-date.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, id, instant, transactionId } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { oneOf, pattern } from '../../shape/texts.ts';
import { listOf } from '../../shape/values.ts';
import type { Draft } from '../../state/draft.ts';
import { caseIsThere, holderAppoints, holderOfCase } from './mandate-rules.ts';
import { relationIsAttested } from './relation-rule.ts';

/** A mandate is for a time; a longer one is given again, so that it is thought of again. */
const MAX_LIFE_MS = 3 * 366 * DAY_MS;

const body = {
  case: transactionId,
  agent: digest,
  form: oneOf('legal-representative', 'handler', 'guardian', 'close-relative'),
  deeds: listOf(pattern(/^[a-z]{1,20}\.[a-z-]{1,40}$/), 1, 32),
  services: optional(listOf(id, 1, 16)),
  until: instant,
};
type Body = BodyOf<typeof body>;

/** The holder lets another key do named deeds in the holder's place, until an instant (民法典 161, 165). */
export const appointAgent = defineDeed({
  name: 'mandates.appoint',
  since: 4,
  body,
  sidecar: 'optional',
  rules: [
    caseIsThere,
    holderAppoints('mandates.appoint'),
    agentIsAnother,
    deedsFit,
    endFits,
    mandateIsNew,
    relationIsAttested,
  ],
  effect: appoint,
});

function subjectOf({ case: id, agent }: Body, { records }: Pick<DeedContext, 'records'>): string {
  return `${holderOfCase(records, id)}/${agent}`;
}

/** An officer's key acts for no citizen: the office it stands for decides about him. */
function agentIsAnother({ agent }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  const isFit = agent !== transaction.kid && records.find('key', agent) === undefined;
  return isFit ? undefined : refuse('mandate-unfit', { member: 'agent' });
}

function deedsFit({ deeds }: Body): Refusal | undefined {
  const unfit = deeds.find((deed) => !canBeMandated(deed));
  return unfit === undefined ? undefined : refuse('mandate-unfit', { deed: unfit });
}

function endFits({ until }: Body, { timeMs }: DeedContext): Refusal | undefined {
  if (until <= timeMs) return refuse('until-not-ahead');
  return until - timeMs > MAX_LIFE_MS ? refuse('until-too-far', { days: MAX_LIFE_MS / DAY_MS }) : undefined;
}

function mandateIsNew(named: Body, context: DeedContext): Refusal | undefined {
  const standing = context.records.find('mandate', subjectOf(named, context));
  return standing === undefined || standing.until <= context.timeMs ? undefined : refuse('mandate-exists');
}

function appoint(named: Body, { timeMs }: DeedContext, draft: Draft): Effect {
  const { case: id, agent, form, deeds, services, until } = named;
  const scope = { form, deeds, ...(services === undefined ? {} : { services }) };
  const principal = holderOfCase(draft, id);
  draft.write('mandate', `${principal}/${agent}`, { case: id, ...scope, since: timeMs, until });
  return { events: [event('mandate.appointed', { case: id, principal, agent, ...scope, until })] };
}
