import { MAX_OBJECT_BYTES } from '@minglu/protocol';
import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { defineRoute } from '../../route.ts';
import { digestSchema } from '../../schemas.ts';

/** Anyone may leave a ciphertext, as anyone may apply; what no accepted case names within a day is gone again. */
export const storeObject = defineRoute({
  method: 'POST',
  path: '/api/vault',
  schema: {
    summary: 'Leave a ciphertext for a case to name; the answer is its SHA-256',
    tags: ['vault'],
    bytesLimit: MAX_OBJECT_BYTES,
    response: { 200: Type.Object({ digest: digestSchema, bytes: Type.Integer() }) },
  },
  handler: async (context, request) => {
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new ApiError('request-malformed', { where: 'body' });
    return { digest: await context.vault.put(bytes, request.ip), bytes: bytes.length };
  },
});
