import { Type } from 'typebox';
import { findGaps } from '../../audit/find-gaps.ts';
import { getAuditor } from '../../audit/get-auditor.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';

/** What does not hold about the door's stream, as far as it can say so itself; `minglu audit check` says it of the files. */
export const listGaps = defineRoute({
  method: 'GET',
  path: '/api/audit/gaps',
  audit: recorded('read', 'audit.gaps'),
  schema: {
    summary: 'The door’s stream held against its newest anchors, and how far the ledger vouches for each stream',
    tags: ['audit', 'evidence'],
    session: 'required',
    response: {
      200: Type.Object({
        size: Type.Integer({ description: 'Lines of the door’s stream.' }),
        anchored: Type.Integer({ description: 'Of them, those the ledger vouches for.' }),
        waitingMs: Type.Integer({ description: 'How long the oldest line without an anchor has waited.' }),
        anchors: Type.Integer({ description: 'Anchors the stream was held against, the newest.' }),
        findings: Type.Array(
          Type.Object({
            code: Type.String({ description: 'As `minglu audit check` says it.' }),
            seq: Type.Optional(Type.Integer()),
            at: Type.Optional(millisecondsSchema),
            waitedMs: Type.Optional(Type.Integer()),
          }),
        ),
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    getAuditor(context, request, 'audit.read');
    return findGaps(context);
  },
});
