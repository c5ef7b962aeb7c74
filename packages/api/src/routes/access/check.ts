import { decide, type Resource } from '@minglu/ledger';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recordedByHandler } from '../../audit/route-audit.ts';
import { keyHand } from '../../queries/key-hand.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { keyIdSchema, purposeSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import { readResource } from '../../session/read-resource.ts';

/** What a department's process tells of by itself. */
const DEEDS = ['cases.queue', 'cases.read', 'access.approve', 'access.judge-emergency', 'audit.findings'] as const;
const MOST_CASES = 1_000;

/**
 * The chain's decision about an officer, for the process of the organ that keeps the words: it asks before it tells, so that
 * a rule, a request and an emergency count there as they do here. Of other organs' cases it learns nothing. The process keeps
 * the line of what it then told; here only a denial of the process itself is kept.
 */
export const checkAccess = defineRoute({
  method: 'POST',
  path: '/api/access/check',
  audit: recordedByHandler('read', 'access.check'),
  schema: {
    summary: 'Whether an officer’s key may do something at the asking organ, and about which of its cases',
    tags: ['access'],
    session: 'required',
    body: Type.Object(
      {
        kid: keyIdSchema,
        deed: Type.Union(DEEDS.map((deed) => Type.Literal(deed))),
        assurance: Type.Integer({ minimum: 1, maximum: 3, description: 'Of the officer’s sign-in at the department.' }),
        purpose: Type.Optional(purposeSchema),
        cases: Type.Optional(Type.Array(transactionIdSchema, { maxItems: MOST_CASES })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        allowed: Type.Boolean({ description: 'At the organ as such, or at one of its services and districts.' }),
        cases: Type.Array(transactionIdSchema, { description: 'Those of the named cases that it may.' }),
      }),
    },
  },
  handler: async (context, request) => {
    const organ = officeAsking(context, request as FastifyRequest);
    const { kid, deed, assurance, purpose, cases = [] } = request.body;
    const actor = {
      ...{ kid, caseKey: false, atMs: context.nowMs(), assurance: assurance as 1 | 2 | 3 },
      ...(purpose === undefined ? {} : { purpose }),
    };
    const state = { get: (key: string): string | undefined => context.node.read(key).value };
    const isBarred = context.accounts.isBarred(keyHand(context.node, kid));
    const may = (resource: Resource): boolean => !isBarred && decide(state, actor, deed, resource).allow;
    const places = await context.readModel.query('listDeskPlaces', { organ });
    return {
      allowed: may({ org: organ }) || places.some((place) => may({ org: organ, ...place })),
      cases: cases.filter((id) => {
        const resource = readResource(context, 'case', id) ?? readResource(context, 'annulment', id);
        return resource?.org === organ && may(resource);
      }),
    };
  },
});

/** The organ whose process asks, by its attesting key. */
const officeAsking = (context: ApiContext, request: FastifyRequest): string => {
  const key = officerKeyOf(getSession(context, request));
  const organ = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
  const isProcess = readRecord(context.node, `role/${String(organ)}/${key?.kid}/attester`) !== undefined;
  noteAbout(request, typeof organ === 'string' ? { organ } : {});
  if (typeof organ !== 'string' || !isProcess) throw new ApiError('access-denied', { deed: 'access.explain' });
  return organ;
};
