import { Type } from 'typebox';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { fieldSchema, openingSchema } from './ask.ts';
import { decideOpening } from './decide-opening.ts';

/** What the leave is for; no purpose that an officer can give. */
export const MASKS = 'masks';

/** Leave to see the masks (`张*`) of those envelopes of a case that the officer may open: whoever may not open one sees no mask of it. */
export const askMasks = defineRoute({
  method: 'POST',
  path: '/api/unmask/masks',
  audit: recorded('read', 'sealed.ask-masks'),
  schema: {
    summary: 'Leave for an officer to see the masks of a case’s envelopes; good once, for a minute',
    tags: ['cases'],
    session: 'required',
    body: Type.Object({ case: transactionIdSchema }, { additionalProperties: false }),
    response: {
      200: Type.Object({ opening: openingSchema, expiresAt: millisecondsSchema, fields: Type.Array(fieldSchema) }),
    },
  },
  handler: async (context, request) => {
    const { case: id } = request.body;
    noteAbout(request, { object: `case/${id}`, case: id });
    const decided = await decideOpening(context, request, { case: id });
    const held = context.openings.hold({ ...decided, case: id, purpose: MASKS }, context.nowMs());
    return { ...held, fields: [...decided.fields] };
  },
});
