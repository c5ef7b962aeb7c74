import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import type { AuditMatterRow } from '../../database/schema.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, millisecondsSchema, recordValueSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import type { Session } from '../../session/session.ts';

/** By what right each kind is listed. */
const DEEDS = { finding: 'audit.findings', hold: 'audit.confirm-hold', emergency: 'audit.read' } as const;

/** What auditors have under way: all of it for them, an organ's own findings for its officers. */
export const listAuditMatters = defineRoute({
  method: 'GET',
  path: '/api/audit/matters',
  audit: recorded('read', 'audit.matters'),
  schema: {
    summary: 'Findings, holds and emergencies, the newest first: all for auditors, its own findings for an organ',
    tags: ['audit'],
    session: 'required',
    querystring: Type.Object(
      {
        kind: Type.Union([Type.Literal('finding'), Type.Literal('hold'), Type.Literal('emergency')]),
        case: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' })),
        fromHeight: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        matters: Type.Array(
          Type.Object({
            id: Type.String({
              description: 'Of the transaction that recorded a finding; `<kid>/<case>` of an emergency; else the case.',
            }),
            organ: Type.String(),
            case: Type.Optional(Type.String()),
            at: millisecondsSchema,
            record: Type.Optional(recordValueSchema),
            sealed: Type.Optional(
              Type.Object({
                words: Type.Optional(Type.String({ description: 'Of a finding: envelope to the organ.' })),
                answer: Type.Optional(Type.String({ description: 'Of its answer: envelope to the organ.' })),
              }),
            ),
          }),
        ),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const { kind, fromHeight } = request.query;
    const session = getSession(context, request);
    const organ = organFor(context, session, kind);
    if (organ !== undefined) noteAbout(request, { organ });
    const about = request.query.case === undefined ? {} : { case: request.query.case };
    const asked = { kind, ...about, ...(organ === undefined ? {} : { organ }) };
    const rows = await context.readModel.query('listAuditMatters', asked, fromHeight);
    return { matters: await Promise.all(rows.map((row) => matterOf(context, row))), height: context.readModel.height };
  },
});

/** Undefined: of all organs. Throws `access-denied`. */
const organFor = (context: ApiContext, session: Session, kind: keyof typeof DEEDS): string | undefined => {
  const deed = DEEDS[kind];
  if (may(context, session, deed, {})) return undefined;
  const key = officerKeyOf(session);
  const organ = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
  if (typeof organ !== 'string' || !may(context, session, deed, { org: organ }))
    throw new ApiError('access-denied', { deed });
  return organ;
};

const matterOf = async (context: ApiContext, row: AuditMatterRow) => {
  const record = readRecord(context.node, `${row.kind}/${row.id}`);
  const answer = typeof record?.answer === 'string' ? record.answer : undefined;
  const sealed = row.kind === 'finding' ? await sealedOf(context, row.id, answer) : {};
  return {
    ...{ id: row.id, organ: row.organ, at: row.at },
    ...(row.case_id === '' ? {} : { case: row.case_id }),
    ...(record === undefined ? {} : { record }),
    ...(row.kind === 'finding' ? { sealed } : {}),
  };
};

const sealedOf = async ({ node }: ApiContext, finding: string, answer: string | undefined) => {
  const words = (await node.sidecar(finding))?.sealed.reason;
  const answered = answer === undefined ? undefined : (await node.sidecar(answer))?.sealed.reason;
  return { ...(words === undefined ? {} : { words }), ...(answered === undefined ? {} : { answer: answered }) };
};
