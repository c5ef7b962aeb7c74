import { fileGrades } from '@minglu/ledger';
import { parseAttachments } from '@minglu/protocol';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError, type ErrorFacts } from '../../api-error.ts';
import { noteAbout, noteSeen } from '../../audit/request-trail.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { digestSchema, draftSlotSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { decideFor } from '../../session/may.ts';
import { readResource } from '../../session/read-resource.ts';

/**
 * The ciphertext as it lies on disk; whoever asked compares it with its name. It is not for everybody: who gathers
 * ciphertexts today opens all of them on the day one key of an office leaks. So it goes to whom the case's file goes, its
 * holder and its organ's registrars, or to whoever holds the secret name of a draft that uses it.
 */
export const readObject = defineRoute({
  method: 'GET',
  path: '/api/vault/:digest',
  audit: recordedWhenSeen('vault.read'),
  schema: {
    summary: 'A ciphertext of a case, for its holder and its organ’s officers; or of a draft',
    tags: ['vault'],
    params: Type.Object({ digest: digestSchema }, { additionalProperties: false }),
    querystring: Type.Object(
      { case: Type.Optional(transactionIdSchema), draft: Type.Optional(draftSlotSchema) },
      { additionalProperties: false },
    ),
    session: 'optional',
    produces: 'application/octet-stream',
    response: { 200: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })) },
  },
  handler: async (context, request, reply) => {
    const { digest } = request.params;
    const { case: id, draft } = request.query;
    const isTheirs =
      id === undefined ? await isOfDraft(context, draft, digest) : await isOfCase(context, request, id, digest);
    const bytes = isTheirs ? await context.vault.find(digest) : undefined;
    if (bytes === undefined) throw new ApiError('vault-object-not-found');
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', 'attachment')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  },
});

const isOfCase = async (context: ApiContext, request: FastifyRequest, id: string, digest: string): Promise<boolean> => {
  const session = getSession(context, request as FastifyRequest);
  const record = readRecord(context.node, `case/${id}`);
  if (record === undefined) throw new ApiError('case-not-found');
  noteAbout(request, { object: `vault/${digest}`, case: id, organ: String(record.organ) });
  const resource = { ...readResource(context, 'case', id), grade: fileGrades.attachments };
  const decision = decideFor(context, session, 'cases.read', resource);
  if (!decision.allow) throw new ApiError('access-denied', decision.facts as ErrorFacts);
  noteSeen(request);
  const sidecar = await context.node.sidecar(id);
  return sidecar !== undefined && parseAttachments(sidecar.plain).some((one) => one.digest === digest);
};

const isOfDraft = async (context: ApiContext, slot: string | undefined, digest: string): Promise<boolean> =>
  slot !== undefined && (await context.vault.drafts.find(slot))?.objects.includes(digest) === true;
