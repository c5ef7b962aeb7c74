import { decide, type Resource } from '@minglu/ledger';
import { Type } from 'typebox';
import { inSlices } from '../../access/in-slices.ts';
import { keysInForce, MOST_KEYS } from '../../access/keys-in-force.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { factsSchema, keyIdSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';
import { readResource } from '../../session/read-resource.ts';

const DEED = 'access.explain';
const GRADES = [2, 3, 4] as const;

/** 谁能看到: the chain's own decision, asked for every key there is; no list of anybody's making. */
export const listReaders = defineRoute({
  method: 'GET',
  path: '/api/access/readers',
  audit: recorded('read', 'access.readers'),
  schema: {
    summary: 'Who can read the file of a case now, and by what',
    tags: ['access'],
    querystring: Type.Object({ case: transactionIdSchema }, { additionalProperties: false }),
    session: 'required',
    response: {
      200: Type.Object({
        readers: Type.Array(
          Type.Object({
            kid: keyIdSchema,
            org: Type.String(),
            because: factsSchema,
            grades: Type.Array(Type.Integer(), { description: 'Of the parts that this key may read.' }),
          }),
        ),
        holder: Type.Boolean({ description: 'Whoever filed it reads it too, unless a rule denies that.' }),
        partial: Type.Boolean(),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const id = request.query.case;
    const resource = readResource(context, 'case', id);
    if (resource === undefined) throw new ApiError('case-not-found');
    noteAbout(request, { object: `case/${id}`, case: id, organ: resource.org ?? '' });
    if (!may(context, session, DEED, resource))
      throw new ApiError('access-denied', { deed: DEED, org: resource.org ?? '' });
    const state = { get: (key: string): string | undefined => context.node.read(key).value };
    const atMs = context.nowMs();
    const keys = await keysInForce(context);
    const readers: { kid: string; org: string; because: Record<string, unknown>; grades: number[] }[] = [];
    await inSlices(keys, ({ kid, org }) => {
      const decisions = GRADES.map((grade) => ({ grade, ...decideOn(state, kid, { ...resource, grade }, atMs) }));
      const [first] = decisions.flatMap((one) => (one.allow ? [one.because] : []));
      const grades = decisions.flatMap(({ grade, allow }) => (allow ? [grade] : []));
      if (first !== undefined) readers.push({ kid, org, because: first, grades });
    });
    const actor = { kid: resource.holder ?? '', caseKey: true, atMs, assurance: 1 as const };
    const holder = decide(state, actor, 'cases.read', resource).allow;
    return { readers, holder, partial: keys.length >= MOST_KEYS };
  },
});

const decideOn = (state: Parameters<typeof decide>[0], kid: string, resource: Resource, atMs: number) =>
  decide(state, { kid, caseKey: false, atMs, assurance: 3 }, 'cases.read', resource);
