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

const body = { org: id, kid: digest, role, until: optional(instant) };
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
  ],
  effect: (grant, { timeMs }, draft) => {
    const until = grant.until === undefined ? {} : { until: grant.until };
    draft.write('role', roleSubject(grant.org, grant.kid, grant.role), { since: timeMs, ...until });
    countOffice(draft, grant, 1);
    return { events: [event('role.granted', { org: grant.org, kid: grant.kid, role: grant.role, ...until })] };
  },
};

/** Gives a key of an organisation a role in it; `until` ends it at that instant, by the block's time. */
export const grantRole: readonly Deed[] = [
  defineDeed({ ...spec, since: 1, body: { ...body, role: firstRole } }),
  defineDeed({ ...spec, since: 2, body: { ...body, role: secondRole } }),
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
