import { Type } from 'typebox';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { decideOpening } from './decide-opening.ts';

export const openingSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{21}[AQgw]$' });
export const fieldSchema = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,63}$',
  description: 'Name of an envelope of the case.',
});

/**
 * The first half of opening what is masked. The chain's rules decide, with the purpose; the line is in the trail when the
 * leave is given, and without the leave the organ's process opens nothing.
 */
export const askOpening = defineRoute({
  method: 'POST',
  path: '/api/unmask',
  audit: recorded('unmask', 'sealed.ask'),
  schema: {
    summary: 'Leave for an officer to open one envelope of a case, for a purpose; good once, for a minute',
    tags: ['cases'],
    session: 'required',
    body: Type.Object(
      {
        case: transactionIdSchema,
        field: fieldSchema,
        // What for; words for each stand in the portal.
        purpose: Type.Union([
          Type.Literal('review'),
          Type.Literal('verify'),
          Type.Literal('contact'),
          Type.Literal('supervise'),
          Type.Literal('complaint'),
        ]),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ opening: openingSchema, expiresAt: millisecondsSchema }) },
  },
  handler: async (context, request) => {
    const { case: id, field, purpose } = request.body;
    noteAbout(request, { object: `case/${id}/${field}`, case: id, purpose });
    const decided = await decideOpening(context, request, { case: id, purpose, named: field });
    return context.openings.hold({ ...decided, case: id, purpose }, context.nowMs());
  },
});
