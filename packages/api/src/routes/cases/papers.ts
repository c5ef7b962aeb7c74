import type { Outcome } from '@minglu/protocol';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout, noteDenied } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { purposeSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { readInstead } from '../../session/read-instead.ts';
import { readResource } from '../../session/read-resource.ts';
import type { SessionKey } from '../../session/session.ts';
import { keysForWholeFile } from '../../session/whole-file.ts';

/** What is asked about where there is nothing. */
const NOBODYS = { org: '', holder: '' };

/**
 * The sidecar of one transaction of a case exactly as it was signed, so that whoever reads it can hold it against the
 * commitment in the log. For those who may read the case; to anybody else every case answers the same.
 */
export const findCasePapers = defineRoute({
  method: 'GET',
  path: '/api/cases/:id/papers/:transaction',
  audit: recorded('read', 'cases.papers'),
  schema: {
    summary: 'The private part of a transaction of a case, as it was signed',
    tags: ['cases'],
    params: Type.Object({ id: transactionIdSchema, transaction: transactionIdSchema }, { additionalProperties: false }),
    querystring: Type.Object({ purpose: Type.Optional(purposeSchema) }, { additionalProperties: false }),
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
    const kinds = [context.node.read(`case/${id}`).value, context.node.read(`annulment/${id}`).value];
    const isThere = kinds.some((value) => value !== undefined);
    // As much is read and weighed where there is nothing, and nothing is told of it: a hidden case takes as long as none.
    const read = readInstead(context, id, isThere);
    const record = readRecord(context.node, `case/${read}`) ?? readRecord(context.node, `annulment/${read}`);
    noteAbout(request, { object: `transaction/${transaction}`, case: id });
    const { purpose } = request.query;
    if (purpose !== undefined) noteAbout(request, { purpose });
    if (isThere) noteAbout(request, { organ: String(record?.organ) });
    const [asked, other] = [readResource(context, 'case', read), readResource(context, 'annulment', read)];
    const resource = asked ?? other ?? NOBODYS;
    const keys = keysForWholeFile(context, session, 'cases.read', { ...resource, purpose });
    if (!isThere || keys.length === 0) {
      noteDenied(request);
      throw new ApiError('case-not-found');
    }
    const found = await context.node.find(transaction);
    if (found === undefined || !keys.some((key) => concerns(context, found.outcome, { id, key })))
      throw new ApiError('transaction-not-found');
    return { sidecar: (await context.node.sidecar(transaction))?.text ?? null };
  },
});

/**
 * Whether an outcome's events are about the case, or the licence that came of it or was changed by it. Where another
 * operator took the licence over, each key reads what belongs to its own time: who left nothing that is done to the
 * licence since, and who came not the application of who left.
 */
const concerns = (
  context: ApiContext,
  outcome: Outcome,
  { id, key }: { readonly id: string; readonly key: SessionKey },
): boolean => {
  if (!('events' in outcome)) return false;
  const facts = outcome.events.map(([, one]) => one);
  if (facts.some((one) => one.case === id || one.annulment === id)) return true;
  const record = readRecord(context.node, `case/${id}`);
  if (!facts.some(({ number }) => typeof number === 'string' && number === record?.licence)) return false;
  if (!key.caseKey) return true;
  const holder = readRecord(context.node, `licence/${record?.licence}`)?.holder ?? record?.holder;
  // The key is this case's own, or one that reads in its holder's place: it may read what that key may.
  return holder === record?.holder && facts.every((one) => one.case === undefined);
};
