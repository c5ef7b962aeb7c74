import { comparableName, recordKey } from '@minglu/ledger';
import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

/** Whether a trade name can still be declared in a region: asked before an application, promised by nothing. */
export const findName = defineRoute({
  method: 'GET',
  path: '/api/names',
  audit: unrecorded('public'),
  schema: {
    summary: 'Whether another business of the region has a name that is compared the same',
    tags: ['registry'],
    querystring: Type.Object(
      { region: Type.String({ pattern: '^[0-9]{6}$' }), name: Type.String({ minLength: 1, maxLength: 60 }) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ taken: Type.Boolean() }) },
  },
  handler: async (context, request) => {
    const { region, name } = request.query;
    return { taken: context.node.read(recordKey('name', `${region}/${comparableName(name)}`)).value !== undefined };
  },
});
