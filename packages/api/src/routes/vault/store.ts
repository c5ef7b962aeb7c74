import { MAX_OBJECT_BYTES } from '@minglu/protocol';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { digestSchema } from '../../schemas.ts';
import { findSession } from '../../session/find-session.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import type { UploadSource } from '../../vault/upload-quota.ts';

/** Anyone may leave a ciphertext, as anyone may apply; what no accepted case names within a day is gone again. */
export const storeObject = defineRoute({
  method: 'POST',
  path: '/api/vault',
  audit: unrecorded('leaves-only'),
  schema: {
    summary: 'Leave a ciphertext for a case to name; the answer is its SHA-256',
    tags: ['vault'],
    session: 'optional',
    bytesLimit: MAX_OBJECT_BYTES,
    response: { 200: Type.Object({ digest: digestSchema, bytes: Type.Integer() }) },
  },
  handler: async (context, request) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new ApiError('request-malformed', { where: 'body' });
    return { digest: await context.vault.put(bytes, sourceOf(context, request)), bytes: bytes.length };
  },
});

/** An officer brings other people's documents, and answers for it with their organ; a case key is made in no time, and says nothing. */
const sourceOf = (context: ApiContext, request: Pick<FastifyRequest, 'headers' | 'ip'>): UploadSource => {
  const officer = officerKeyOf(findSession(context, request as FastifyRequest));
  const key = officer === undefined ? undefined : readRecord(context.node, `key/${officer.kid}`);
  const isOfficer = key?.status === 'active' && typeof key.org === 'string';
  return isOfficer ? { organ: String(key.org) } : { address: request.ip };
};
