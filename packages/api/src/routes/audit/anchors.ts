import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, millisecondsSchema } from '../../schemas.ts';

/** How far the ledger vouches for each trail; whoever doubts it reads the records with their proofs at `/api/state`. */
export const listAnchors = defineRoute({
  method: 'GET',
  path: '/api/audit/anchors',
  audit: unrecorded('public'),
  schema: {
    summary: 'The newest anchor of each audit stream',
    tags: ['evidence'],
    response: {
      200: Type.Object({
        anchors: Type.Array(
          Type.Object({
            stream: Type.String({ description: '`api` or `department:<org>`; state key `audit/<stream>`.' }),
            size: Type.Integer({ description: 'Lines.' }),
            root: Type.String({ description: 'base64url, RFC 6962 over the lines.' }),
            at: millisecondsSchema,
            by: Type.String({ description: 'Thumbprint of the key that said it.' }),
          }),
        ),
        height: heightSchema,
      }),
    },
  },
  handler: async (context) => {
    const organisations = await context.readModel.query('listOrganisations', {});
    const anchors = ['api', ...organisations.map((id) => `department:${id}`)].flatMap((stream) => {
      const record = readRecord(context.node, `audit/${stream}`);
      if (record === undefined) return [];
      const { size, root, at, by } = record;
      return [{ stream, size: Number(size), root: String(root), at: Number(at), by: String(by) }];
    });
    return { anchors, height: context.node.status().height };
  },
});
