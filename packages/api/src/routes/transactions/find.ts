import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, logIndexSchema, outcomeSchema, transactionIdSchema } from '../../schemas.ts';

export const findTransaction = defineRoute({
  method: 'GET',
  path: '/api/transactions/:id',
  audit: unrecorded('public'),
  schema: {
    summary: 'Outcome and receipt of a transaction, with the witnesses so far',
    tags: ['transactions'],
    params: Type.Object({ id: transactionIdSchema }, { additionalProperties: false }),
    response: {
      200: Type.Object({
        id: transactionIdSchema,
        height: heightSchema,
        index: logIndexSchema,
        outcome: outcomeSchema,
        receipt: Type.String(),
      }),
    },
  },
  handler: async (context, request) => {
    const { id } = request.params;
    const found = await context.node.find(id);
    if (found === undefined) throw new ApiError('transaction-not-found');
    const { height, index, outcome } = found;
    return { id, height, index, outcome, receipt: await context.node.receipt(index) };
  },
});
