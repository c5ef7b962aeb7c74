import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, recordValueSchema } from '../../schemas.ts';

export const listServicesRoute = defineRoute({
  method: 'GET',
  path: '/api/services',
  audit: unrecorded('public'),
  schema: {
    summary: 'Services on the chain: contract, attesters, promised time',
    tags: ['registry'],
    response: {
      200: Type.Object({
        services: Type.Array(Type.Object({ id: Type.String(), service: recordValueSchema })),
        height: heightSchema,
      }),
    },
  },
  handler: async (context) => {
    const ids = await context.readModel.querySoon('listServices', {}, context.node.status().height);
    const services = ids.flatMap((id) => {
      const service = readRecord(context.node, `service/${id}`);
      return service === undefined ? [] : [{ id, service }];
    });
    return { services, height: context.readModel.height };
  },
});
