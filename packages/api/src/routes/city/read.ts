import { Type } from 'typebox';
import { readRecord } from '../../queries/read-record.ts';
import { readWitnesses } from '../../queries/read-witnesses.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, millisecondsSchema } from '../../schemas.ts';

export const readCity = defineRoute({
  method: 'GET',
  path: '/api/city',
  schema: {
    summary: 'What this installation is: name, chain, witnesses with their state, departments',
    tags: ['registry'],
    response: {
      200: Type.Object({
        chain: Type.String(),
        name: Type.String(),
        demo: Type.Boolean({ description: '演示: people and cases are invented.' }),
        height: heightSchema,
        size: Type.Integer({ description: 'Entries in the log.' }),
        witnesses: Type.Array(
          Type.Object({
            name: Type.String(),
            vkey: Type.String(),
            url: Type.String(),
            lastCosignedSize: Type.Integer(),
            lastCosignedTime: millisecondsSchema,
            state: Type.String(),
          }),
        ),
        regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), english: Type.String() }), {
          description: 'Names of divisions, province before city before district.',
        }),
        departments: Type.Array(
          Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String(), endpoint: Type.String() }),
        ),
      }),
    },
  },
  handler: async (context) => {
    const { chain, city, node } = { ...context, ...context.options };
    const status = node.status();
    const ids = await context.readModel.query('listOrganisations', {}).catch(() => []);
    const departments = ids.flatMap((id) => {
      const record = readRecord(node, `org/${id}`);
      if (typeof record?.endpoint !== 'string') return [];
      return [{ id, name: String(record.name), kind: String(record.kind), endpoint: record.endpoint }];
    });
    const { regions = [], ...about } = city;
    const chainNow = { height: status.height, size: status.size, witnesses: readWitnesses(status) };
    return { chain, ...about, ...chainNow, regions: [...regions], departments };
  },
});
