import { Type } from 'typebox';
import type { Passkey } from '../../accounts/account.ts';

/** As long as a challenge is good. */
export const TIMEOUT_MS = 120_000;

export const descriptorSchema = Type.Object({
  id: Type.String(),
  type: Type.Literal('public-key'),
  transports: Type.Array(Type.String()),
});

export const descriptorOf = ({ id, transports }: Passkey) => ({
  id,
  type: 'public-key' as const,
  transports: [...transports],
});
