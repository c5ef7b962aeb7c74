import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout, noteDenied, noteSeen } from '../../audit/request-trail.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { factsSchema, recordValueSchema, transactionIdSchema } from '../../schemas.ts';
import { findSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';
import { officerKeyOf } from '../../session/officer-key.ts';

/**
 * Anyone sees where a case stands; its holder and the registrars of its organ also see why: the contract's trace, what
 * departments attested, and the envelopes (which only their recipients can open). The shape says nothing to others of
 * what they may not see.
 */
export const findCase = defineRoute({
  method: 'GET',
  path: '/api/cases/:id',
  audit: recordedWhenSeen('cases.read'),
  schema: {
    summary: 'A case: public status; with a session of its holder or organ also trace, facts and envelopes',
    tags: ['cases'],
    params: Type.Object({ id: transactionIdSchema }, { additionalProperties: false }),
    session: 'optional',
    response: {
      200: Type.Object({
        id: transactionIdSchema,
        case: recordValueSchema,
        file: Type.Optional(
          Type.Object({
            trace: Type.Optional(Type.Unknown()),
            attested: Type.Array(Type.Object({ issuer: Type.String(), facts: factsSchema, issuedAt: Type.Integer() })),
            sealed: Type.Record(Type.String(), Type.String()),
            plain: factsSchema,
            erased: Type.Boolean({ description: 'The sidecar was lawfully erased.' }),
          }),
        ),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = findSession(context, request);
    const { id } = request.params;
    const record = readRecord(context.node, `case/${id}`);
    if (record === undefined) throw new ApiError('case-not-found');
    noteAbout(request, { object: `case/${id}`, case: id, organ: String(record.organ) });
    const resource = { org: String(record.organ), holder: String(record.holder), service: String(record.service) };
    if (session === undefined) return { id, case: record };
    if (!may(context, session, 'cases.read', resource)) {
      // Anybody sees where a case stands; of an officer who came for the file it is kept that it was not given.
      if (officerKeyOf(session) !== undefined) noteDenied(request);
      return { id, case: record };
    }
    noteSeen(request);
    return { id, case: record, file: await readFile(context, id) };
  },
});

const readFile = async (context: ApiContext, id: string) => {
  const sidecar = await context.node.sidecar(id);
  const trace = await context.node.trace(id);
  return {
    ...(trace === undefined ? {} : { trace: JSON.parse(trace) as unknown }),
    attested: (sidecar?.attestations ?? []).map(({ statement }) => ({
      issuer: statement.issuer,
      facts: statement.facts,
      issuedAt: statement.issuedAt,
    })),
    sealed: sidecar?.sealed ?? {},
    plain: sidecar?.plain ?? {},
    erased: sidecar === undefined,
  };
};
