import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, recordValueSchema } from '../../schemas.ts';

export const listOrganisationsRoute = defineRoute({
  method: 'GET',
  path: '/api/organisations',
  audit: unrecorded('public'),
  schema: {
    summary: 'Organisations on the chain, with their endpoints and sealing keys',
    tags: ['registry'],
    response: {
      200: Type.Object({
        organisations: Type.Array(Type.Object({ id: Type.String(), organisation: recordValueSchema })),
        height: heightSchema,
      }),
    },
  },
  handler: async (context) => {
    const ids = await context.readModel.querySoon('listOrganisations', {}, context.node.status().height);
    const organisations = ids.flatMap((id) => {
      const organisation = readRecord(context.node, `org/${id}`);
      return organisation === undefined ? [] : [{ id, organisation }];
    });
    return { organisations, height: context.readModel.height };
  },
});
