import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { getAuditor } from '../../audit/get-auditor.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { transactionIdSchema } from '../../schemas.ts';
import { sampleSchema, sampleView } from './sample-view.ts';

/** How far a sample is; its name was told to whoever drew it, and drawing is what the trail keeps. */
export const readSample = defineRoute({
  method: 'GET',
  path: '/api/audit/sample/:id',
  audit: unrecorded('own-secret'),
  schema: {
    summary: 'How far a sample is, and what came of it',
    tags: ['audit'],
    session: 'required',
    params: Type.Object({ id: transactionIdSchema }, { additionalProperties: false }),
    response: { 200: sampleSchema },
  },
  handler: (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    getAuditor(context, request, 'audit.sample');
    const sample = context.sampler.find(request.params.id);
    if (sample === undefined) throw new ApiError('sample-not-found');
    return sampleView(sample);
  },
});
