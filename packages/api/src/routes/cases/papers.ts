import type { Outcome } from '@minglu/protocol';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';

/**
 * The sidecar of one transaction of a case exactly as it was signed, so that whoever reads it can hold it against the
 * commitment in the log. For those who may read the case; to anybody else every case answers the same.
 */
export const findCasePapers = defineRoute({
  method: 'GET',
  path: '/api/cases/:id/papers/:transaction',
  schema: {
    summary: 'The private part of a transaction of a case, as it was signed',
    tags: ['cases'],
    params: Type.Object({ id: transactionIdSchema, transaction: transactionIdSchema }, { additionalProperties: false }),
    session: 'required',
    response: {
      200: Type.Object({
        sidecar: Type.Union([Type.String(), Type.Null()], {
          description: 'Strict JSON text; null when there is none, or it was lawfully erased.',
        }),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const { id, transaction } = request.params;
    const record = readRecord(context.node, `case/${id}`) ?? readRecord(context.node, `annulment/${id}`);
    const resource = { org: String(record?.organ), holder: String(record?.holder ?? record?.asker) };
    if (record === undefined || !may(context, session, 'cases.read', resource)) throw new ApiError('case-not-found');
    const found = await context.node.find(transaction);
    if (found === undefined || !concerns(context, found.outcome, id)) throw new ApiError('transaction-not-found');
    return { sidecar: (await context.node.sidecar(transaction))?.text ?? null };
  },
});

/** Whether an outcome's events are about the case, or the licence that came of it or was changed by it. */
const concerns = (context: ApiContext, outcome: Outcome, id: string): boolean =>
  'events' in outcome &&
  outcome.events.some(([, facts]) => {
    if (facts.case === id || facts.annulment === id) return true;
    const { number } = facts;
    return typeof number === 'string' && readRecord(context.node, `case/${id}`)?.licence === number;
  });
