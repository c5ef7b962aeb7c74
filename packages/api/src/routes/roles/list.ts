import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { recorded } from '../../audit/route-audit.ts';
import type { RoleEventRow } from '../../database/schema.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, millisecondsSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';
import { officerKeyOf } from '../../session/officer-key.ts';

const kidSchema = Type.String({ description: 'Thumbprint of a registered key.' });
const eventSchema = Type.Object({
  name: Type.Union([Type.Literal('granted'), Type.Literal('revoked'), Type.Literal('expired')]),
  kid: kidSchema,
  role: Type.String(),
  time: millisecondsSchema,
  until: Type.Optional(millisecondsSchema),
  for: Type.Optional(kidSchema),
  signer: Type.Optional(kidSchema),
});
const roleSchema = Type.Object({
  kid: kidSchema,
  role: Type.String(),
  since: millisecondsSchema,
  until: Type.Optional(millisecondsSchema),
  for: Type.Optional(kidSchema),
});

/** The organ is that of the asking key, as at its desk. What is in force is read from the state, not from what was told. */
export const listRoles = defineRoute({
  method: 'GET',
  path: '/api/roles',
  audit: recorded('read', 'roles.list'),
  schema: {
    summary: 'Roles at the officer’s own organ: those in force, and what was granted, withdrawn and ended',
    tags: ['registry'],
    querystring: Type.Object(
      { fromHeight: Type.Optional(Type.Integer({ minimum: 0 })) },
      { additionalProperties: false },
    ),
    session: 'required',
    response: {
      200: Type.Object({
        roles: Type.Array(roleSchema),
        history: Type.Array(eventSchema, { description: 'The newest first, at most 500.' }),
        mayGrant: Type.Boolean({ description: 'The asking key may grant and withdraw here.' }),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const key = officerKeyOf(session);
    const organ = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
    if (typeof organ !== 'string') throw new ApiError('access-denied', { deed: 'cases.queue' });
    const mayExplain = may(context, session, 'access.explain', { org: organ });
    const mayGrant = may(context, session, 'roles.grant', { org: organ });
    if (!mayGrant && !mayExplain && !may(context, session, 'cases.queue', { org: organ }))
      throw new ApiError('access-denied', { deed: 'cases.queue', org: organ });
    const rows = await context.readModel.query('listRoleEvents', { organ }, request.query.fromHeight);
    const roles = heldOf(rows).flatMap(({ kid, role }) => {
      const held = readRecord(context.node, `role/${organ}/${kid}/${role}`);
      const isActive = readRecord(context.node, `key/${kid}`)?.status === 'active';
      return held === undefined || !isActive ? [] : [{ kid, role, ...(held as unknown as HeldRole) }];
    });
    return { roles, history: rows.map(eventOf), mayGrant, height: context.readModel.height };
  },
});

interface HeldRole {
  readonly since: number;
  readonly until?: number;
  readonly for?: string;
}

/** Each key and role once, the one granted last first. */
const heldOf = (rows: readonly RoleEventRow[]): readonly RoleEventRow[] => {
  const granted = rows.filter(({ name }) => name === 'granted');
  return [...new Map(granted.map((row) => [`${row.kid}/${row.role}`, row])).values()];
};

const eventOf = (row: RoleEventRow) => ({
  name: row.name as 'granted' | 'revoked' | 'expired',
  kid: row.kid,
  role: row.role,
  time: row.time,
  ...(row.until === null ? {} : { until: row.until }),
  ...(row.away === null ? {} : { for: row.away }),
  ...(row.signer === null ? {} : { signer: row.signer }),
});
