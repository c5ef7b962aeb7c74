import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { recorded } from '../../audit/route-audit.ts';
import { exportLines } from '../../export/export-lines.ts';
import { exportTable } from '../../export/export-table.ts';
import { defineRoute } from '../../route.ts';

const MEDIA = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

/** The public register as a file, sent as it is read: nothing of it is held in memory whole. */
export const exportRegister = defineRoute({
  method: 'GET',
  path: '/api/register/export',
  audit: recorded('export', 'register.export'),
  schema: {
    summary: 'The public register as a table (csv) or with proofs that count it (jsonl)',
    tags: ['licences', 'evidence'],
    querystring: Type.Object(
      {
        format: Type.Union([Type.Literal('csv'), Type.Literal('jsonl')]),
        region: Type.Optional(Type.String({ pattern: '^([0-9]{2}){1,3}$' })),
        month: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{3}-(0[1-9]|1[0-2])$' })),
        service: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' })),
      },
      { additionalProperties: false },
    ),
    produces: 'application/octet-stream',
    response: { 200: Type.String({ description: 'CSV, or JSON Lines of minglu-register-export, v0.' }) },
  },
  handler: (context, request, reply) => {
    const { format, ...filter } = request.query;
    const lines = format === 'csv' ? exportTable(context, filter) : exportLines(context, filter);
    const name = ['register', ...Object.values(filter)].join('-');
    return reply
      .header('content-type', MEDIA[format])
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}.${format}"`)
      .send(Readable.from(lines));
  },
});
