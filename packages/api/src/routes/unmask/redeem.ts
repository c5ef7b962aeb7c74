import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { recordedByHandler } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { purposeSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import { fieldSchema, openingSchema } from './ask.ts';

/**
 * The second half: the organ's own process asks, with its key, what it was brought the leave for. The line stands since the
 * leave was given, and the process writes its own before it tells a word; only a denial is written here.
 */
export const redeemOpening = defineRoute({
  method: 'POST',
  path: '/api/unmask/redeem',
  audit: recordedByHandler('unmask', 'sealed.redeem'),
  schema: {
    summary: 'What a leave to open an envelope is for, told once to the process of the organ that holds the key',
    tags: ['cases'],
    session: 'required',
    body: Type.Object({ opening: openingSchema }, { additionalProperties: false }),
    response: {
      200: Type.Object({
        kid: Type.String({ description: 'Thumbprint of the officer’s key.' }),
        case: transactionIdSchema,
        fields: Type.Array(fieldSchema),
        purpose: purposeSchema,
      }),
    },
  },
  handler: (context, request) => {
    const key = officerKeyOf(getSession(context, request));
    const organ = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
    const isProcess = readRecord(context.node, `role/${String(organ)}/${key?.kid}/attester`) !== undefined;
    if (typeof organ !== 'string' || !isProcess) throw new ApiError('access-denied', { deed: 'cases.read' });
    const found = context.openings.take(request.body.opening, organ, context.nowMs());
    if (found === undefined) throw new ApiError('opening-unknown');
    const { kid, case: id, fields, purpose } = found;
    return { kid, case: id, fields: [...fields], purpose };
  },
});
