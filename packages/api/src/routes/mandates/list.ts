import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout, noteDenied } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import type { MandateEventRow } from '../../database/schema.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { keysThatMay } from '../../session/may.ts';
import { readResource } from '../../session/read-resource.ts';
import type { Session } from '../../session/session.ts';

/** More than one person's papers come to; the oldest acts of a busy agent are found in the log. */
const LIMIT = 2_000;

const kidSchema = Type.String({ description: 'Thumbprint of a case key.' });
const formSchema = Type.Union([
  Type.Literal('legal-representative'),
  Type.Literal('handler'),
  Type.Literal('guardian'),
  Type.Literal('close-relative'),
]);
const actSchema = Type.Object({
  deed: Type.String(),
  time: millisecondsSchema,
  transaction: transactionIdSchema,
});
const mandateSchema = Type.Object({
  principal: kidSchema,
  agent: kidSchema,
  case: transactionIdSchema,
  form: formSchema,
  deeds: Type.Array(Type.String()),
  services: Type.Optional(Type.Array(Type.String())),
  since: millisecondsSchema,
  until: millisecondsSchema,
  transaction: Type.String({ description: 'Id of the transaction that gave it.' }),
  inForce: Type.Boolean({ description: 'As the state has it now, whatever the lists have heard.' }),
  ended: Type.Optional(
    Type.Object({
      how: Type.Union([Type.Literal('withdrawn'), Type.Literal('expired')]),
      time: millisecondsSchema,
      by: Type.Optional(kidSchema),
    }),
  ),
  acts: Type.Array(actSchema, { description: 'What was done by it, the newest first.' }),
});

/** Both sides read the same: whom they let act, and for whom they may. Nobody else's is told. */
export const listMandates = defineRoute({
  method: 'GET',
  path: '/api/mandates',
  audit: recorded('read', 'mandates.list'),
  schema: {
    summary:
      'Mandates that a case key of the session gave or was given, with everything done by them; for an officer, with `case`, those of its holder',
    tags: ['mandates'],
    querystring: Type.Object(
      {
        case: Type.Optional(transactionIdSchema),
        fromHeight: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      { additionalProperties: false },
    ),
    session: 'required',
    response: {
      200: Type.Object({
        mandates: Type.Array(mandateSchema, { description: 'Those given last first.' }),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const { case: id } = request.query;
    if (id !== undefined) noteAbout(request, { object: `case/${id}`, case: id });
    const kids = id === undefined ? ownKeys(session) : holderFor(context, session, id);
    if (kids.length === 0) {
      noteDenied(request);
      throw new ApiError(id === undefined ? 'access-denied' : 'case-not-found');
    }
    const question = { kids, limit: LIMIT };
    const rows = await context.readModel.query('listMandateEvents', question, request.query.fromHeight);
    return { mandates: mandatesOf(context, rows), height: context.readModel.height };
  },
});

const ownKeys = ({ keys }: Session): readonly string[] => keys.flatMap(({ kid, caseKey }) => (caseKey ? [kid] : []));

/**
 * The key a case belongs to, for an officer who may read it: at the window it is asked whether somebody is this holder's agent.
 * Not for another agent of the same holder, who would learn of the first.
 */
const holderFor = (context: ApiContext, session: Session, id: string): readonly string[] => {
  const record = readRecord(context.node, `case/${id}`);
  if (record === undefined) return [];
  const resource = readResource(context, 'case', id) ?? {};
  return keysThatMay(context, session, 'cases.read', resource).some(({ caseKey }) => !caseKey)
    ? [String(record.holder)]
    : [];
};

/** A row and what its event said. */
type Told = MandateEventRow & { readonly said: Said };

interface Said {
  readonly form: 'legal-representative' | 'handler' | 'guardian' | 'close-relative';
  readonly deeds: readonly string[];
  readonly services?: readonly string[];
  readonly until: number;
  readonly deed: string;
  readonly by?: string;
}

/** Rows come the newest first: what follows an appointment of the same two keys, up to the next one, belongs to it. */
const mandatesOf = (context: ApiContext, rows: readonly MandateEventRow[]) => {
  const later = new Map<string, Told[]>();
  return rows.flatMap((row) => {
    const told: Told = { ...row, said: JSON.parse(row.facts) as Said };
    const pair = `${row.principal}/${row.agent}`;
    const after = later.get(pair) ?? [];
    if (row.name !== 'appointed') {
      later.set(pair, [...after, told]);
      return [];
    }
    later.set(pair, []);
    return [mandateOf(context, told, after)];
  });
};

const mandateOf = (context: ApiContext, { said, ...row }: Told, after: readonly Told[]) => {
  const { principal, agent, time: since } = row;
  const { form, deeds, services, until } = said;
  const held = readRecord(context.node, `mandate/${principal}/${agent}`);
  const end = after.find(({ name }) => name === 'withdrawn' || name === 'expired');
  return {
    ...{ principal, agent, case: row.case_id, form, deeds: [...deeds], since, until, transaction: row.transaction_id },
    ...(services === undefined ? {} : { services: [...services] }),
    inForce: held?.since === since && until > context.nowMs(),
    ...(end === undefined ? {} : { ended: endOf(end) }),
    acts: after
      .filter(({ name }) => name === 'used')
      .map((act) => ({ deed: act.said.deed, time: act.time, transaction: act.transaction_id })),
  };
};

const endOf = ({ name, time, said }: Told) => ({
  how: name as 'withdrawn' | 'expired',
  time,
  ...(said.by === undefined ? {} : { by: said.by }),
});
