import { Type } from 'typebox';
import { keysInForce } from '../../access/keys-in-force.ts';
import { findPerson } from '../../accounts/find-person.ts';
import { officeOf } from '../../accounts/office-of.ts';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { keyHand } from '../../queries/key-hand.ts';
import { defineRoute } from '../../route.ts';
import { organSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import { maySetAccounts } from './check-administrator.ts';
import { personSchema, personView } from './person-view.ts';

/** Whom there is to disable. One who was not found is an empty list: whoever asks may know of everybody there is. */
export const listAccounts = defineRoute({
  method: 'GET',
  path: '/api/accounts',
  audit: recorded('read', 'accounts.list'),
  schema: {
    summary: 'Those who work at an organisation, or the person of an account or a registered key, with their sign-ins',
    tags: ['sessions'],
    querystring: Type.Object(
      { organisation: Type.Optional(organSchema), of: Type.Optional(Type.String({ pattern: '^[\\w-]{43}$' })) },
      { additionalProperties: false, minProperties: 1, maxProperties: 1 },
    ),
    session: 'required',
    response: { 200: Type.Object({ people: Type.Array(personSchema) }) },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const { of, organisation = '' } = request.query;
    noteAbout(request, of === undefined ? { organ: organisation } : { object: `account/${of}` });
    const session = getSession(context, request);
    const mark = officerKeyOf(session)?.kid;
    const kid = mark === undefined ? undefined : keyHand(context.node, mark);
    if (!maySetAccounts(context, session) && officeOf(context, kid === undefined ? [] : [kid]) === undefined)
      throw new ApiError('access-denied', { deed: 'keys.register' });
    const known = of === undefined ? await handsAt(context, organisation) : [of];
    const people = known.flatMap((name) => findPerson(context, name) ?? []);
    return { people: people.map((person) => personView(context, person, [kid, session.account])) };
  },
});

const handsAt = async (context: ApiContext, organisation: string): Promise<readonly string[]> => {
  const keys = await keysInForce(context, organisation);
  return [...new Set(keys.map(({ kid }) => keyHand(context.node, kid)))];
};
