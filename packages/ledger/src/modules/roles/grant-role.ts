import { accessRule } from '../../access/access-rule.ts';
import { type Deed, type DeedContext, type DeedSpec, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { PLATFORM } from '../../genesis.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, firstRole, id, instant, role, secondRole } from '../../shape/ids.ts';
import { type BodyOf, optional } from '../../shape/shape.ts';
import { roleSubject } from '../../state/record-key.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';
import { countOffice, isGuarded, officeIsTheirs, officesStaySeparate } from './office-rules.ts';

const firstBody = { org: id, kid: digest, role: firstRole, until: optional(instant) };
const secondBody = { ...firstBody, role: secondRole };
const body = { ...firstBody, role, for: optional(digest) };
type Body = BodyOf<typeof body>;

const spec: Omit<DeedSpec<typeof body>, 'body' | 'since'> = {
  name: 'roles.grant',
  sidecar: 'none',
  rules: [
    ({ org }, context) => organisationExists(org, context),
    accessRule('roles.grant', ({ org }) => ({ org })),
    keyIsActive,
    keyIsOfTheOrganisation,
    roleFits,
    roleIsNew,
    untilIsAhead,
    standsInForAHolder,
  ],
  effect: (grant, { timeMs }, draft) => {
    const { org, kid, role: granted } = grant;
    const limits = {
      ...(grant.until === undefined ? {} : { until: grant.until }),
      ...(grant.for === undefined ? {} : { for: grant.for }),
    };
    draft.write('role', roleSubject(org, kid, granted), { since: timeMs, ...limits });
    countOffice(draft, grant, 1);
    return { events: [event('role.granted', { org, kid, role: granted, ...limits })] };
  },
};

/**
 * Gives a key of an organisation a role in it; `until` ends it at that instant, by the block's time. `for` (代班) says who is away:
 * it gives no right, and is what anybody later reads about why this key decided.
 */
export const grantRole: readonly Deed[] = [
  defineDeed<typeof firstBody>({ ...spec, since: 1, body: firstBody }),
  defineDeed<typeof secondBody>({ ...spec, since: 2, body: secondBody }),
  defineDeed({ ...spec, since: 4, body, rules: [...spec.rules, officeIsTheirs, officesStaySeparate] }),
];

function keyIsActive({ kid }: Body, { records }: DeedContext): Refusal | undefined {
  const key = records.find('key', kid);
  if (key === undefined) return refuse('key-unknown', { kid });
  return key.status === 'active' ? undefined : refuse('key-revoked', { kid });
}

/** Nobody acts for an organisation with another's key. */
function keyIsOfTheOrganisation({ org, kid }: Body, { records }: DeedContext): Refusal | undefined {
  const owner = records.find('key', kid)?.org ?? '';
  return owner === org ? undefined : refuse('key-of-other-organisation', { org: owner });
}

/**
 * The platform decides on no case and attests nothing; and its administrators do not lapse, or all could at once.
 * Calendars and rules hold for everybody: only the platform has editors of them, and who looks at all of it.
 */
function roleFits({ org, role: granted, until }: Body): Refusal | undefined {
  const isEditor = granted === 'calendar-editor';
  const isOfPlatform = isEditor || isGuarded({ org: PLATFORM, role: granted });
  if (org !== PLATFORM) return isOfPlatform ? refuse('role-unfit', { org, role: granted }) : undefined;
  if (isEditor) return undefined;
  const isOffice = granted === 'administrator' || isOfPlatform;
  return isOffice && until === undefined ? undefined : refuse('role-unfit', { org, role: granted });
}

function roleIsNew({ org, kid, role: granted }: Body, { records }: DeedContext): Refusal | undefined {
  const record = records.find('role', roleSubject(org, kid, granted));
  return record === undefined ? undefined : refuse('role-exists', { org, role: granted });
}

function untilIsAhead({ until }: Body, { timeMs }: DeedContext): Refusal | undefined {
  return until === undefined || until > timeMs ? undefined : refuse('until-not-ahead');
}

/** Somebody else's place is taken for a time, and only where that somebody has the role. */
function standsInForAHolder(
  { org, kid, role: granted, until, for: away }: Body,
  { records }: DeedContext,
): Refusal | undefined {
  if (away === undefined) return undefined;
  if (until === undefined || away === kid) return refuse('role-unfit', { org, role: granted });
  const held = records.find('role', roleSubject(org, away, granted));
  return held === undefined ? refuse('role-unknown', { org, role: granted }) : undefined;
}
