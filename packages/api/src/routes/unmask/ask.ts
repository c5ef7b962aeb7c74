import { decide } from '@minglu/ledger';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { officerKeyOf } from '../../session/officer-key.ts';

export const openingSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{21}[AQgw]$' });
export const fieldSchema = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,63}$',
  description: 'Name of an envelope of the case.',
});
/** What for an officer may open what is masked; words for each stand in the portal. */
export const purposeSchema = Type.Union([
  Type.Literal('review'),
  Type.Literal('verify'),
  Type.Literal('contact'),
  Type.Literal('supervise'),
  Type.Literal('complaint'),
]);

/**
 * The first half of opening what is masked. The chain's rules decide, with the purpose; the line is in the trail when the
 * leave is given, and without the leave the organ's process opens nothing.
 */
export const askOpening = defineRoute({
  method: 'POST',
  path: '/api/unmask',
  audit: recorded('unmask', 'sealed.ask'),
  schema: {
    summary: 'Leave for an officer to open one envelope of a case, for a purpose; good once, for a minute',
    tags: ['cases'],
    session: 'required',
    body: Type.Object(
      { case: transactionIdSchema, field: fieldSchema, purpose: purposeSchema },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ opening: openingSchema, expiresAt: millisecondsSchema }) },
  },
  handler: async (context, request) => {
    const { case: id, field, purpose } = request.body;
    noteAbout(request, { object: `case/${id}/${field}`, case: id, purpose });
    const { kid, organ } = decideOpening(context, request, id, purpose);
    const sidecar = await context.node.sidecar(id);
    if (sidecar === undefined || !Object.hasOwn(sidecar.sealed, field)) throw new ApiError('envelope-not-found');
    return context.openings.hold({ kid, organ, case: id, field, purpose }, context.nowMs());
  },
});

/** A case that is not there is answered like one that is another organ's. Throws `access-denied`. */
const decideOpening = (context: ApiContext, request: FastifyRequest, id: string, purpose: string) => {
  const session = getSession(context, request);
  const kid = officerKeyOf(session)?.kid;
  const file = readRecord(context.node, `case/${id}`);
  const record = file ?? readRecord(context.node, `annulment/${id}`);
  const deed = file === undefined ? 'annulments.read' : 'cases.read';
  if (kid === undefined || record === undefined) throw new ApiError('access-denied', { deed: 'cases.read' });
  const organ = String(record.organ);
  noteAbout(request, { organ });
  const state = { get: (key: string): string | undefined => context.node.read(key).value };
  const actor = { kid, caseKey: false, atMs: context.nowMs(), assurance: session.assurance, purpose };
  const service = typeof record.service === 'string' ? { service: record.service } : {};
  const decision = decide(state, actor, deed, { org: organ, case: id, ...service });
  if (!decision.allow) throw new ApiError('access-denied', { deed: 'cases.read' });
  return { kid, organ };
};
