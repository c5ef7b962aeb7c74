import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { draftSlotSchema, draftVersionSchema, millisecondsSchema } from '../../schemas.ts';

export const readDraft = defineRoute({
  method: 'GET',
  path: '/api/drafts/:slot',
  audit: unrecorded('own-secret'),
  schema: {
    summary: 'A sealed draft by its secret name',
    tags: ['vault'],
    params: Type.Object({ slot: draftSlotSchema }, { additionalProperties: false }),
    response: {
      200: Type.Object({ version: draftVersionSchema, savedAt: millisecondsSchema, sealed: Type.String() }),
    },
  },
  handler: async (context, request) => {
    await context.vault.open();
    const draft = await context.vault.drafts.find(request.params.slot);
    if (draft === undefined) throw new ApiError('draft-not-found');
    const { version, savedAt, sealed } = draft;
    return { version, savedAt, sealed };
  },
});
