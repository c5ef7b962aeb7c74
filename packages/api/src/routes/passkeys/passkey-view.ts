import { Type } from 'typebox';
import type { Passkey } from '../../accounts/account.ts';
import { millisecondsSchema } from '../../schemas.ts';

/** The owner's own word, shown to the owner alone. */
export const nameSchema = Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\x00-\\x1f\\x7f]+$' });

export const passkeySchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  assurance: Type.Integer({ minimum: 1, maximum: 3 }),
  createdAt: millisecondsSchema,
  lastUsedAt: Type.Optional(millisecondsSchema),
  isBackedUp: Type.Boolean({ description: 'Copied to other devices by its maker.' }),
});

/** As its owner sees it. */
export const passkeyView = ({ id, name, assurance, createdAt, lastUsedAt, isBackedUp }: Passkey) => ({
  ...{ id, name, assurance, createdAt, isBackedUp },
  ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
});
