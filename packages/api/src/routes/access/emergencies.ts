import type { EmergencyRecord } from '@minglu/ledger';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import type { AccessEventRow } from '../../database/schema.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, keyIdSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { deskQuerySchema, listDesk } from './list-desk.ts';

const DEED = 'access.judge-emergency';

const emergencySchema = Type.Object({
  kid: keyIdSchema,
  case: transactionIdSchema,
  org: Type.String({ description: 'Organisation of whoever opened the file.' }),
  organ: Type.String({ description: 'Whose file it is, and whose head judges.' }),
  reason: Type.String(),
  at: millisecondsSchema,
  until: millisecondsSchema,
  dueAt: millisecondsSchema,
  isProvisional: Type.Optional(Type.Boolean()),
  late: Type.Optional(Type.Boolean()),
  outcome: Type.Optional(Type.String({ description: 'justified or unjustified.' })),
  judgedBy: Type.Optional(keyIdSchema),
  judgedAt: Type.Optional(millisecondsSchema),
  sealed: Type.Optional(Type.String({ description: 'The reasons, sealed to the organisation whose file it is.' })),
});

/** 应急访问: those at the files of the own organisation, for its head; or those that one declared oneself. */
export const listEmergencies = defineRoute({
  method: 'GET',
  path: '/api/access/emergencies',
  audit: recordedWhenSeen('access.emergencies'),
  schema: {
    summary: 'Files opened in an emergency: at the own organisation, or by oneself',
    tags: ['access'],
    querystring: deskQuerySchema,
    session: 'required',
    response: { 200: Type.Object({ emergencies: Type.Array(emergencySchema), height: heightSchema }) },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const rows = await listDesk(context, request, { ...request.query, event: 'emergency-declared', deed: DEED });
    // The state has the last of each key and case.
    const last = [...new Map([...rows].reverse().map((row) => [row.subject, row])).values()].reverse();
    const emergencies = await Promise.all(last.map((row) => emergencyOf(context, row)));
    return { emergencies: emergencies.flat(), height: context.readModel.height };
  },
});

const emergencyOf = async (context: ApiContext, { subject, deed_id: deed }: AccessEventRow) => {
  const [kid = '', id = ''] = subject.split('/');
  const record = readRecord(context.node, `emergency/${subject}`) as EmergencyRecord | undefined;
  if (record === undefined) return [];
  const words = (await context.node.sidecar(deed))?.sealed.reason;
  return [{ kid, case: id, ...record, ...(words === undefined ? {} : { sealed: words }) }];
};
