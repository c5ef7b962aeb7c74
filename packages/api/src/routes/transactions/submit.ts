import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { recordDeed } from '../../audit/record-deed.ts';
import { noteDenied } from '../../audit/request-trail.ts';
import { recordedByHandler } from '../../audit/route-audit.ts';
import { sendJsonText } from '../../http/json-answer.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, logIndexSchema, outcomeSchema, transactionIdSchema } from '../../schemas.ts';
import { checkStepUp } from '../../session/check-step-up.ts';
import { submitNaming } from '../../vault/submit-naming.ts';

/**
 * The door for deeds. Answered once the transaction is on disk; a transaction that entered a block and was refused is
 * a 200 whose outcome says so, because that refusal is a public record too.
 */
export const submitTransaction = defineRoute({
  method: 'POST',
  path: '/api/transactions',
  audit: recordedByHandler('deed', 'transactions.submit'),
  schema: {
    summary: 'Submit a signed transaction with its sidecar',
    tags: ['transactions'],
    body: Type.Object(
      {
        transaction: Type.String({ maxLength: 32_768, description: 'Compact JWS, typ minglu-tx+v0.' }),
        sidecar: Type.Optional(
          Type.String({ maxLength: 32_768, description: 'Text whose salted hash the transaction commits to.' }),
        ),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        id: transactionIdSchema,
        height: heightSchema,
        index: logIndexSchema,
        outcome: outcomeSchema,
        receipt: Type.String({ description: 'tlog-proof text: entry, inclusion proof, checkpoint.' }),
      }),
    },
  },
  handler: async (context, request, reply) => {
    const { transaction, sidecar } = request.body;
    if (context.audit.trouble !== undefined) {
      // Tried as a line too: if it can be written after all, the next deed is taken.
      noteDenied(request, 'audit-unavailable');
      throw new ApiError('audit-unavailable');
    }
    checkStepUp(context, request as FastifyRequest, transaction);
    const { id, height, index, outcome, receipt } = await submitNaming(context, transaction, sidecar);
    await recordDeed(context, request, { transaction, id, outcome });
    // The id is base64url and the numbers are numbers: only outcome and receipt need the serialiser.
    return sendJsonText(
      reply,
      `{"id":"${id}","height":${height},"index":${index},"outcome":${JSON.stringify(outcome)},"receipt":${JSON.stringify(receipt)}}`,
    );
  },
});
