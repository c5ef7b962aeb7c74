import { Type } from 'typebox';
import { getAuditor } from '../../audit/get-auditor.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { sampleSchema, sampleView } from './sample-view.ts';

/** Draws decided cases by the newest checkpoint's root. How often somebody drew stands in the trail. */
export const beginSample = defineRoute({
  method: 'POST',
  path: '/api/audit/sample',
  audit: recorded('read', 'audit.sample'),
  schema: {
    summary: 'Draws decided cases by the newest checkpoint’s root and decides them again; for auditors',
    tags: ['audit'],
    session: 'required',
    body: Type.Object({ cases: Type.Integer({ minimum: 1, maximum: 20 }) }, { additionalProperties: false }),
    response: { 200: sampleSchema },
  },
  handler: async (context, request) => {
    getAuditor(context, request, 'audit.sample');
    return sampleView(await context.sampler.begin(request.body.cases));
  },
});
