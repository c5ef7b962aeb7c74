import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { readEvidence } from '../../queries/read-evidence.ts';
import { defineRoute } from '../../route.ts';

export const listEvidence = defineRoute({
  method: 'GET',
  path: '/api/evidence',
  audit: unrecorded('public'),
  schema: {
    summary: 'Inconsistencies that monitors have kept; empty is what it should be',
    tags: ['evidence'],
    response: {
      200: Type.Object({
        evidence: Type.Array(Type.Object({ name: Type.String(), evidence: Type.Unknown() })),
        monitor: Type.String({ description: 'none | reached | silent' }),
      }),
    },
  },
  handler: async (context) => {
    const { items, monitor } = await readEvidence(context.options.evidence);
    return { evidence: items, monitor };
  },
});
