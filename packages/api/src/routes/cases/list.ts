import { Type } from 'typebox';
import type { LedgerNode } from '../../api-node.ts';
import { recorded } from '../../audit/route-audit.ts';
import { lampMarks } from '../../desk/lamp-marks.ts';
import { findLivingKey } from '../../queries/key-hand.ts';
import type { DeskPage } from '../../queries/list-desk-cases.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, limitSchema, millisecondsSchema, organSchema, transactionIdSchema } from '../../schemas.ts';
import { getDesk } from '../../session/desk-of.ts';

const lampSchema = Type.Union([
  Type.Literal('red'),
  Type.Literal('yellow'),
  Type.Literal('green'),
  Type.Literal('none'),
]);
const count = Type.Integer({ minimum: 0 });

const rowSchema = Type.Object({
  id: transactionIdSchema,
  service: Type.String(),
  tradeName: Type.String(),
  region: Type.String(),
  status: Type.String(),
  lamp: lampSchema,
  submittedAt: millisecondsSchema,
  promisedAt: Type.Optional(millisecondsSchema),
  dueAt: Type.Optional(millisecondsSchema),
  reviewDueAt: Type.Optional(millisecondsSchema),
  decidedAt: Type.Optional(millisecondsSchema),
  officer: Type.Optional(Type.String({ description: 'Thumbprint of the key of whoever works on it.' })),
  licence: Type.Optional(Type.String()),
  overdue: Type.Boolean({ description: 'The promise has passed.' }),
  late: Type.Boolean({ description: 'The statutory date has passed.' }),
  provisional: Type.Boolean(),
  extended: Type.Boolean(),
});

export const listCases = defineRoute({
  method: 'GET',
  path: '/api/cases',
  audit: recorded('read', 'cases.list'),
  schema: {
    summary:
      'Cases of the officer’s own organ, or of one whose desk was opened to them: theirs, all open ones, reviews to answer, those they decided',
    tags: ['cases'],
    querystring: Type.Object(
      {
        view: Type.Union([
          Type.Literal('mine'),
          Type.Literal('open'),
          Type.Literal('reviews'),
          Type.Literal('decided'),
        ]),
        lamp: Type.Optional(lampSchema),
        region: Type.Optional(
          Type.String({ pattern: '^([0-9]{2}){1,3}$', description: 'Region code or its first levels.' }),
        ),
        organ: Type.Optional(organSchema),
        service: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,63}$' })),
        text: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'Part of a trade name.' })),
        offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
        limit: limitSchema,
        fromHeight: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      { additionalProperties: false },
    ),
    session: 'required',
    response: {
      200: Type.Object({
        cases: Type.Array(rowSchema),
        total: count,
        lamps: Type.Object({ red: count, yellow: count, green: count, none: count }),
        desks: Type.Object({ mine: count, open: count, reviews: count }),
        regions: Type.Array(Type.String(), { description: 'Of all that waits at the organ.' }),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const { offset = 0, limit = 50, fromHeight, organ, ...filters } = request.query;
    const officer = await getDesk(context, request, { organ, fromHeight });
    const regions = await context.readModel.query('listDeskRegions', officer);
    const marks = regions.map((region) => lampMarks(context.node, region, context.nowMs()));
    const question = { ...officer, ...filters, marks, offset, limit };
    const { cases, total, lamps } = await context.readModel.query('listDeskCases', question);
    const desks = await context.readModel.query('countDesks', officer);
    return {
      cases: cases.map((row) => rowOf(row, context.node)),
      total,
      lamps,
      desks,
      regions,
      height: context.readModel.height,
    };
  },
});

/** The officer by the key they have now. */
const rowOf = (row: DeskPage['cases'][number], node: LedgerNode) => ({
  id: row.id,
  service: row.service,
  tradeName: row.trade_name,
  region: row.region,
  status: row.status,
  lamp: row.lamp,
  submittedAt: row.submitted_at,
  ...(row.promised_at === null ? {} : { promisedAt: row.promised_at }),
  ...(row.due_at === null ? {} : { dueAt: row.due_at }),
  ...(row.review_due_at === null ? {} : { reviewDueAt: row.review_due_at }),
  ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
  ...(row.officer === null ? {} : { officer: findLivingKey(node, row.officer) ?? row.officer }),
  ...(row.licence === null ? {} : { licence: row.licence }),
  overdue: row.overdue === 1,
  late: row.late === 1,
  provisional: row.provisional === 1,
  extended: row.extended === 1,
});
