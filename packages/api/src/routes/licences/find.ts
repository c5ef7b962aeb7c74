import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, licenceNumberSchema, recordValueSchema } from '../../schemas.ts';

export const findLicence = defineRoute({
  method: 'GET',
  path: '/api/licences/:number',
  audit: unrecorded('public'),
  schema: {
    summary: 'A licence as it stands now',
    tags: ['licences'],
    params: Type.Object({ number: licenceNumberSchema }, { additionalProperties: false }),
    response: {
      200: Type.Object({ number: licenceNumberSchema, licence: recordValueSchema, height: heightSchema }),
    },
  },
  handler: (context, request) => {
    const { number } = request.params;
    const licence = readRecord(context.node, `licence/${number}`);
    if (licence === undefined) throw new ApiError('licence-not-found');
    return { number, licence, height: context.node.status().height };
  },
});
