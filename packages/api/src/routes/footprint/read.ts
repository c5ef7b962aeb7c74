import { AUDIT_KINDS, type AuditKind, type FootprintView, footprintLine } from '@minglu/audit';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout, noteDenied } from '../../audit/request-trail.ts';
import { recordedByHandler } from '../../audit/route-audit.ts';
import { findLivingKey } from '../../queries/key-hand.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { limitSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';

const text = Type.Optional(Type.String());

const footprintLineSchema = Type.Object({
  seq: Type.Integer({ minimum: 0, description: 'Number of the line in its stream.' }),
  at: millisecondsSchema,
  kind: Type.Unsafe<AuditKind>(Type.String({ enum: AUDIT_KINDS })),
  action: Type.String(),
  case: Type.Optional(transactionIdSchema),
  field: Type.Optional(Type.String({ description: 'Name of the envelope that was opened.' })),
  who: Type.Union([
    Type.Literal('you'),
    Type.Literal('representative'),
    Type.Literal('officer'),
    Type.Literal('office'),
    Type.Literal('other'),
  ]),
  organ: text,
  number: Type.Optional(Type.String({ description: 'Six digits by which the organ finds its officer.' })),
  purpose: text,
  article: text,
  result: Type.String({ description: '`allowed`, or the code of the refusal.' }),
  via: Type.String(),
});

/**
 * 我的数据足迹 (个人信息保护法 44, 45): who did and saw what about a case, told to whoever holds its key, and to nobody else. Of
 * the look itself no line is kept: looking would make the list longer.
 */
export const readFootprint = defineRoute({
  method: 'GET',
  path: '/api/footprint',
  audit: recordedByHandler('read', 'footprint.read'),
  schema: {
    summary: 'Who did and saw what about a case, for the holder of its key; newest first, never a value',
    tags: ['cases'],
    session: 'required',
    querystring: Type.Object(
      {
        case: transactionIdSchema,
        before: Type.Optional(Type.Integer({ minimum: 1, description: 'Lines before this one.' })),
        limit: limitSchema,
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        lines: Type.Array(footprintLineSchema),
        next: Type.Optional(Type.Integer({ description: 'What to pass as `before` to go on.' })),
      }),
    },
  },
  handler: async (context, request) => {
    const { keys } = getSession(context, request);
    const { case: id, before = Number.POSITIVE_INFINITY, limit = 100 } = request.query;
    // Both are looked for whatever is found: a hidden case takes as long as none.
    const [asCase, asAnnulment] = [readRecord(context.node, `case/${id}`), readRecord(context.node, `annulment/${id}`)];
    const record = asCase ?? asAnnulment;
    noteAbout(request, { object: `case/${id}`, case: id });
    const holder = String(record?.holder ?? record?.asker ?? '');
    if (!keys.some(({ caseKey, kid }) => caseKey && kid === holder)) {
      noteDenied(request);
      throw new ApiError('case-not-found');
    }
    const { lines, next } = await context.audit.read({ case: id, before, limit });
    const view = viewOf(context, holder);
    return { lines: lines.map((line) => footprintLine(line, view)), ...(next === undefined ? {} : { next }) };
  },
});

const viewOf = (context: ApiContext, holder: string): FootprintView => {
  const known = new Map<string, boolean>();
  const isThere = (key: string): boolean => {
    const found = known.get(key) ?? readRecord(context.node, key) !== undefined;
    known.set(key, found);
    return found;
  };
  return {
    isOwn: (kid) => kid === holder,
    isRepresentative: (kid) => isThere(`mandate/${holder}/${kid}`),
    // The process's key may have been replaced since: it is who holds the one that followed.
    isOffice: (kid, org) => isThere(`role/${org}/${findLivingKey(context.node, kid) ?? kid}/attester`),
  };
};
