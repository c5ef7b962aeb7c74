import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, licenceNumberSchema, limitSchema, millisecondsSchema } from '../../schemas.ts';

export const searchLicencesRoute = defineRoute({
  method: 'GET',
  path: '/api/licences',
  audit: unrecorded('public'),
  schema: {
    summary: 'Search the public register by name, number, region, kind or month',
    tags: ['licences'],
    querystring: Type.Object(
      {
        q: Type.Optional(Type.String({ maxLength: 80, description: 'Part of a trade name, or a whole number.' })),
        region: Type.Optional(
          Type.String({ pattern: '^([0-9]{2}){1,3}$', description: 'Region code or its first levels.' }),
        ),
        kind: Type.Optional(
          Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$', description: 'Kind of licence a service issues.' }),
        ),
        month: Type.Optional(
          Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'Month of issue, UTC+8.' }),
        ),
        after: Type.Optional(
          Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '`next` of the page before.' }),
        ),
        fromHeight: Type.Optional(Type.Integer({ minimum: 0, description: 'Wait until this block is in.' })),
        limit: limitSchema,
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        licences: Type.Array(
          Type.Object({
            number: licenceNumberSchema,
            kind: Type.String(),
            organ: Type.String(),
            tradeName: Type.String(),
            region: Type.String(),
            status: Type.String(),
            issuedAt: millisecondsSchema,
          }),
        ),
        next: Type.Optional(Type.Integer({ description: 'Give as `after` for the next page.' })),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request) => {
    const { q, region, kind, month, after, fromHeight, limit = 20 } = request.query;
    const search = {
      ...(q === undefined ? {} : { text: q }),
      ...(region === undefined ? {} : { region }),
      ...(kind === undefined ? {} : { kind }),
      ...(month === undefined ? {} : { month }),
      ...(after === undefined ? {} : { after }),
      limit,
    };
    const page = await context.readModel.query('searchLicences', search, fromHeight);
    return {
      licences: page.licences.map((row) => ({
        number: row.number,
        kind: row.kind,
        organ: row.organ,
        tradeName: row.trade_name,
        region: row.region,
        status: row.status,
        issuedAt: row.issued_at,
      })),
      ...(page.next === undefined ? {} : { next: page.next }),
      height: context.readModel.height,
    };
  },
});
