import { AUDIT_KINDS, type AuditKind } from '@minglu/audit';
import { Type } from 'typebox';
import { millisecondsSchema, transactionIdSchema } from '../schemas.ts';

const organisation = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' });
const kind = Type.Unsafe<AuditKind>(Type.Union(AUDIT_KINDS.map((one) => Type.Literal(one))));

/** What lines are asked for; everything given must fit. */
export const auditQueryMembers = {
  actor: Type.Optional(
    Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'Thumbprint of a key, or an account.' }),
  ),
  org: Type.Optional(organisation),
  object: Type.Optional(Type.String({ pattern: '^[a-z][a-z-]{0,39}/[A-Za-z0-9_.:/-]{1,302}$' })),
  case: Type.Optional(transactionIdSchema),
  kind: Type.Optional(kind),
  action: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9.-]{0,163}$' })),
  result: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' })),
  from: Type.Optional(Type.Integer({ minimum: 0, description: 'Milliseconds, inclusive.' })),
  until: Type.Optional(Type.Integer({ minimum: 0, description: 'Milliseconds, exclusive.' })),
};

export const auditLineSchema = Type.Object({
  seq: Type.Integer(),
  at: millisecondsSchema,
  kind: Type.String(),
  actor: Type.Object({
    kid: Type.Optional(Type.String()),
    account: Type.Optional(Type.String()),
    org: Type.Optional(Type.String()),
  }),
  action: Type.String(),
  object: Type.Optional(Type.String()),
  case: Type.Optional(Type.String()),
  organ: Type.Optional(Type.String()),
  purpose: Type.Optional(Type.String()),
  article: Type.Optional(Type.String()),
  result: Type.String(),
  assurance: Type.Optional(Type.Integer()),
  via: Type.String(),
  correlation: Type.Optional(Type.String()),
  previous: Type.String(),
});
