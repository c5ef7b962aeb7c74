import { Type } from 'typebox';
import type { ApiOptions } from '../../api-options.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { readWitnesses } from '../../queries/read-witnesses.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, millisecondsSchema } from '../../schemas.ts';

const processSchema = Type.Object({
  name: Type.String(),
  kind: Type.Union([
    Type.Literal('department'),
    Type.Literal('witness'),
    Type.Literal('monitor'),
    Type.Literal('time-stamp'),
    Type.Literal('identity'),
  ]),
  organs: Type.Array(Type.String()),
  state: Type.Union([
    Type.Literal('starting'),
    Type.Literal('running'),
    Type.Literal('restarting'),
    Type.Literal('stopped'),
  ]),
  since: millisecondsSchema,
  restarts: Type.Integer(),
  lastEnd: Type.Optional(Type.String({ description: 'Signal or exit code.' })),
  troubles: Type.Array(
    Type.Object({
      organ: Type.String(),
      part: Type.Union([Type.Literal('follow'), Type.Literal('post'), Type.Literal('list'), Type.Literal('audit')]),
      code: Type.String(),
      since: millisecondsSchema,
    }),
  ),
});

const processesOf = (processes: ApiOptions['city']['processes']) =>
  (processes?.() ?? []).map((one) => ({ ...one, organs: [...one.organs], troubles: [...one.troubles] }));

export const readCity = defineRoute({
  method: 'GET',
  path: '/api/city',
  audit: unrecorded('public'),
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
        processes: Type.Array(processSchema, {
          description: 'Processes of departments, witnesses and the monitor, where one hand starts them all.',
        }),
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
    const { regions = [], processes, ...about } = city;
    const chainNow = { height: status.height, size: status.size, witnesses: readWitnesses(status) };
    return { chain, ...about, ...chainNow, regions: [...regions], departments, processes: processesOf(processes) };
  },
});
