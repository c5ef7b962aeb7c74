import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { API_STREAM } from '../../audit/audit-door.ts';
import { auditQueryMembers } from '../../audit/audit-query-schema.ts';
import { getAuditor } from '../../audit/get-auditor.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

/** Lines with their proofs, for whoever does not believe this server: checked with the trust file alone. */
export const exportAudit = defineRoute({
  method: 'POST',
  path: '/api/audit/export',
  audit: recorded('export', 'audit.export'),
  schema: {
    summary: 'Lines of the door’s audit stream with the proof that each stood in it; for auditors',
    tags: ['audit', 'evidence'],
    session: 'required',
    body: Type.Object(auditQueryMembers, { additionalProperties: false }),
    produces: 'application/jsonl',
    response: { 200: Type.String({ description: 'JSON Lines of minglu-audit-export, v0; at most 10,000 lines.' }) },
  },
  handler: async (context, request, reply) => {
    const { body } = request;
    if (body.case !== undefined) noteAbout(request, { object: `case/${body.case}`, case: body.case });
    getAuditor(context, request, 'audit.read');
    const { text } = await context.audit.export(body, await proveAnchor(context));
    return reply
      .header('content-type', 'application/jsonl; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="audit-api.jsonl"')
      .send(text);
  },
});

/** What the ledger says of this door's stream now, with its proof. Throws `audit-not-anchored`. */
const proveAnchor = async ({ node, blockProofs }: ApiContext) => {
  const { value, proof, height } = node.read(`audit/${API_STREAM}`);
  if (value === undefined) throw new ApiError('audit-not-anchored');
  const block = JSON.parse(await blockProofs.getJson(height)) as string;
  return { value, state: JSON.parse(JSON.stringify(proof)), block };
};
