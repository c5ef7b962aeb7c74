import { lacking, PLATFORM, type Resource } from '@minglu/ledger';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { factsSchema, lackingSchema, organSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { decideFor } from '../../session/may.ts';
import { readResource } from '../../session/read-resource.ts';

/**
 * For buttons: the same decision that the deed will be applied by, before anybody fills in a form for nothing. It tells
 * somebody what they themselves may do: nothing that would have to be kept, but for who is refused.
 */
export const mayI = defineRoute({
  method: 'GET',
  path: '/api/access/may',
  audit: recordedWhenSeen('access.may'),
  schema: {
    summary:
      'Which of some deeds and reads the session may do, on a case, an annulment or at an organisation, and why not',
    tags: ['access'],
    querystring: Type.Object(
      {
        deeds: Type.String({
          pattern: '^[a-z]{1,20}\\.[a-z-]{1,40}(,[a-z]{1,20}\\.[a-z-]{1,40}){0,39}$',
          description: 'Names with commas between.',
        }),
        case: Type.Optional(transactionIdSchema),
        annulment: Type.Optional(transactionIdSchema),
        organ: Type.Optional(organSchema),
      },
      { additionalProperties: false },
    ),
    session: 'required',
    response: {
      200: Type.Object({
        answers: Type.Array(
          Type.Object({
            deed: Type.String(),
            allow: Type.Boolean(),
            because: Type.Optional(factsSchema),
            lacking: Type.Optional(lackingSchema),
          }),
        ),
      }),
    },
  },
  handler: (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const { deeds } = request.query;
    const resource = resourceFor(context, request.query);
    const answers = deeds.split(',').map((deed) => {
      const decision = decideFor(context, session, deed, resource);
      if (decision.allow) return { deed, allow: true, because: decision.because };
      const { isRequestable, roles, ...rest } = lacking(deed, resource);
      const requestable = isRequestable && decision.facts.rule === undefined;
      return { deed, allow: false, lacking: { ...rest, roles: [...roles], requestable } };
    });
    return { answers };
  },
});

interface About {
  readonly case?: string;
  readonly annulment?: string;
  readonly organ?: string;
}

const resourceFor = (context: ApiContext, { case: id, annulment, organ }: About): Resource => {
  if (id !== undefined) {
    const found = readResource(context, 'case', id);
    if (found === undefined) throw new ApiError('case-not-found');
    return found;
  }
  if (annulment !== undefined) {
    const found = readResource(context, 'annulment', annulment);
    if (found === undefined) throw new ApiError('annulment-not-found');
    return found;
  }
  return { org: organ ?? PLATFORM };
};
