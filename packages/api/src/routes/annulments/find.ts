import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { noteAbout, noteDenied, noteSeen } from '../../audit/request-trail.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import { readPlacedEvents } from '../../queries/read-placed-events.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { placedEventSchema, purposeSchema, recordValueSchema, transactionIdSchema } from '../../schemas.ts';
import { findSession } from '../../session/find-session.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import { readResource } from '../../session/read-resource.ts';
import { keysForWholeFile } from '../../session/whole-file.ts';

/** Where an investigation stands is a public record; what was told sealed is for whoever told it and the organ. */
export const findAnnulment = defineRoute({
  method: 'GET',
  path: '/api/annulments/:id',
  audit: recordedWhenSeen('annulments.read'),
  schema: {
    summary: 'An annulment: public status and history; with a session of its asker or organ also the envelopes',
    tags: ['annulments'],
    params: Type.Object({ id: transactionIdSchema }, { additionalProperties: false }),
    querystring: Type.Object({ purpose: Type.Optional(purposeSchema) }, { additionalProperties: false }),
    session: 'optional',
    response: {
      200: Type.Object({
        id: transactionIdSchema,
        annulment: recordValueSchema,
        events: Type.Array(placedEventSchema),
        sealed: Type.Optional(Type.Record(Type.String(), Type.String())),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = findSession(context, request);
    const { id } = request.params;
    const annulment = readRecord(context.node, `annulment/${id}`);
    if (annulment === undefined) throw new ApiError('annulment-not-found');
    noteAbout(request, { object: `annulment/${id}`, case: id, organ: String(annulment.organ) });
    const asked = { ...readResource(context, 'annulment', id), purpose: request.query.purpose };
    const events = await readPlacedEvents(context, id, context.node.status().height);
    const found = { id, annulment, events };
    if (session === undefined) return found;
    if (keysForWholeFile(context, session, 'annulments.read', asked).length === 0) {
      if (officerKeyOf(session) !== undefined) noteDenied(request);
      return found;
    }
    noteSeen(request);
    return { ...found, sealed: (await context.node.sidecar(id))?.sealed ?? {} };
  },
});
