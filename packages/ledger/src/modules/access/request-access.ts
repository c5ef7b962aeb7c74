import { accessRule } from '../../access/access-rule.ts';
import { canBeAllowed } from '../../access/access-rules.ts';
import { decideAccess } from '../../access/decide-access.ts';
import { DAY_MS } from '../../calendar/civil-date.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id, reasonCode, regionCode } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { pattern } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';

/** A request nobody answered lapses. */
const LIFE_MS = 30 * DAY_MS;

const body = {
  deed: pattern(/^[a-z]{1,20}\.[a-z-]{1,40}$/),
  organ: id,
  region: optional(regionCode),
  service: optional(id),
  reason: reasonCode,
};
type Body = BodyOf<typeof body>;

/** Whoever lacks a right asks the organisation in charge for it; its head answers. */
export const requestAccess = defineDeed({
  name: 'access.request',
  since: 4,
  body,
  sidecar: 'optional',
  rules: [
    accessRule('access.request', () => ({})),
    ({ organ }, context) => organisationExists(organ, context),
    deedCanBeGiven,
    rightIsLacking,
  ],
  effect: request,
});

function deedCanBeGiven({ deed }: Body): Refusal | undefined {
  return canBeAllowed(deed) ? undefined : refuse('rule-unfit', { deed });
}

function rightIsLacking(
  { deed, organ, region, service }: Body,
  { records, transaction, timeMs }: DeedContext,
): Refusal | undefined {
  const actor = { kid: transaction.kid, caseKey: false, atMs: timeMs };
  const resource = {
    org: organ,
    ...(region === undefined ? {} : { region }),
    ...(service === undefined ? {} : { service }),
  };
  const { allow } = decideAccess(records, { actor, deed, resource });
  return allow ? refuse('request-not-needed', { deed, org: organ }) : undefined;
}

function request(wanted: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const { id: number, kid } = transaction;
  const { org } = draft.get('key', kid);
  const status = 'pending';
  draft.write('access-request', number, { ...wanted, kid, org, at: timeMs, until: timeMs + LIFE_MS, status });
  const { deed, organ } = wanted;
  return { events: [event('access.requested', { request: number, kid, org, organ, deed })] };
}
