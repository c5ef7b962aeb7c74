import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { draftSlotSchema } from '../../schemas.ts';

export const forgetDraft = defineRoute({
  method: 'POST',
  path: '/api/drafts/forget',
  audit: unrecorded('own-secret'),
  schema: {
    summary: 'Drop a draft: it was handed in, or its owner no longer wants it',
    tags: ['vault'],
    body: Type.Object({ slot: draftSlotSchema }, { additionalProperties: false }),
    response: { 200: Type.Object({ slot: draftSlotSchema }) },
  },
  handler: async (context, request) => {
    const { slot } = request.body;
    await context.vault.open();
    await context.vault.drafts.forget(slot);
    return { slot };
  },
});
