import type { StoredRule } from '../../access/rule.ts';
import { DAY_MS } from '../../calendar/civil-date.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { instant, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { AccessRequestRecord } from '../../state/access-records.ts';
import type { Draft } from '../../state/draft.ts';
import { askerIsAnother, mayAnswerRequest, requestIsPending } from './request-rules.ts';
import { rulesHaveRoom, rulesOf, writeRules } from './write-rules.ts';

/** What somebody was given by request ends by itself; a longer right is a rule, which two people make. */
const MAX_GIVEN_MS = 366 * DAY_MS;

const body = { request: transactionId, until: instant };
type Body = BodyOf<typeof body>;

/** The asker's key, and it alone, may do that one deed on what the request named, until the instant said. */
export const approveRequest = defineDeed({
  name: 'access.approve',
  since: 4,
  body,
  sidecar: 'none',
  rules: [requestIsPending, mayAnswerRequest('access.approve'), askerIsAnother, endFits, thereIsRoom],
  effect: approve,
});

function endFits({ until }: Body, { timeMs }: DeedContext): Refusal | undefined {
  if (until <= timeMs) return refuse('until-not-ahead');
  return until - timeMs > MAX_GIVEN_MS ? refuse('until-too-far', { days: MAX_GIVEN_MS / DAY_MS }) : undefined;
}

function thereIsRoom({ request }: Body, context: DeedContext): Refusal | undefined {
  return rulesHaveRoom(context.records.find('access-request', request)?.org ?? '', context);
}

function approve({ request, until }: Body, context: DeedContext, draft: Draft): Effect {
  const record = draft.get('access-request', request);
  const { kid } = context.transaction;
  const standing = rulesOf(draft, record.org, context.timeMs);
  writeRules(draft, record.org, [...standing, { ...ruleFor(record, until), id: request, by: [kid] }], context);
  const answer = { answeredBy: kid, answeredAt: context.timeMs, given: until };
  draft.write('access-request', request, { ...record, status: 'approved', ...answer });
  return { events: [event('access.approved', { request, kid: record.kid, organ: record.organ, until, by: kid })] };
}

function ruleFor(
  { kid, deed, organ, region, service }: AccessRequestRecord,
  until: number,
): Omit<StoredRule, 'id' | 'by'> {
  const where = {
    ...(region === undefined ? {} : { regions: [region] }),
    ...(service === undefined ? {} : { services: [service] }),
  };
  return { effect: 'allow', deeds: [deed], keys: [kid], organs: [organ], ...where, until };
}
