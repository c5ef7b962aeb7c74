import { MAX_ATTACHMENTS } from '@minglu/protocol';
import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { digestSchema, draftSlotSchema, draftVersionSchema, millisecondsSchema } from '../../schemas.ts';

export const saveDraft = defineRoute({
  method: 'POST',
  path: '/api/drafts',
  audit: unrecorded('own-secret'),
  schema: {
    summary: 'Save a sealed draft over the version that was seen; kept thirty days from its last save',
    tags: ['vault'],
    body: Type.Object(
      {
        slot: draftSlotSchema,
        seen: draftVersionSchema,
        sealed: Type.String({ maxLength: 65_536, description: 'Ciphertext; nobody here can read it.' }),
        objects: Type.Array(digestSchema, { maxItems: MAX_ATTACHMENTS, description: 'Kept as long as the draft.' }),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ version: draftVersionSchema, savedAt: millisecondsSchema }) },
  },
  handler: async (context, request) => {
    const { slot, seen, sealed, objects } = request.body;
    await context.vault.open();
    context.vault.spend({ address: request.ip }, sealed.length);
    const { version, savedAt } = await context.vault.drafts.save(slot, seen, { objects, sealed });
    return { version, savedAt };
  },
});
