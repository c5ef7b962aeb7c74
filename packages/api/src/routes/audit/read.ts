import { Type } from 'typebox';
import { auditLineSchema, auditQueryMembers } from '../../audit/audit-query-schema.ts';
import { getAuditor } from '../../audit/get-auditor.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

const DEFAULT_LINES = 50;

/** The door's own trail. Whoever looks through it stands in it, and whoever looks at one case's is seen by the person it is about. */
export const readAudit = defineRoute({
  method: 'GET',
  path: '/api/audit',
  audit: recorded('read', 'audit.read'),
  schema: {
    summary: 'Lines of the door’s audit stream, the newest first unless `after` is given; for auditors',
    tags: ['audit'],
    session: 'required',
    querystring: Type.Object(
      {
        ...auditQueryMembers,
        before: Type.Optional(Type.Integer({ minimum: 0, description: 'Lines before this one, newest first.' })),
        after: Type.Optional(Type.Integer({ minimum: -1, description: 'Lines behind this one, oldest first.' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        stream: Type.String(),
        lines: Type.Array(auditLineSchema),
        next: Type.Optional(
          Type.Integer({ description: 'Pass as `before` (or `after`) to go on; absent at the end.' }),
        ),
        size: Type.Integer({ description: 'Lines there are.' }),
        anchored: Type.Integer({ description: 'Lines the ledger vouches for.' }),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const { before, after, limit = DEFAULT_LINES, ...query } = request.query;
    if (query.case !== undefined) noteAbout(request, { object: `case/${query.case}`, case: query.case });
    getAuditor(context, request, 'audit.read');
    const from = after === undefined ? { before: before ?? Number.POSITIVE_INFINITY } : { after };
    const { lines, next } = await context.audit.read({ ...query, ...from, limit });
    return {
      ...{ stream: 'api', lines: [...lines], ...(next === undefined ? {} : { next }) },
      ...{ size: context.audit.size, anchored: context.anchorer.anchoredSize },
    };
  },
});
