import { Type } from 'typebox';
import { millisecondsSchema } from '../../schemas.ts';
import type { Session } from '../../session/session.ts';

/** A session as its owner sees it: neither token nor key. */
export const sessionSchema = Type.Object({
  id: Type.String(),
  createdAt: millisecondsSchema,
  lastSeenAt: millisecondsSchema,
  expiresAt: millisecondsSchema,
  idleUntil: millisecondsSchema,
  method: Type.String(),
  assurance: Type.Integer({ minimum: 1, maximum: 3 }),
  account: Type.Optional(Type.String()),
  organisation: Type.Optional(Type.String({ description: 'Of the registered key that was proved.' })),
  caseKeys: Type.Integer({ description: 'How many case keys were proved.' }),
  stepUpAt: Type.Optional(millisecondsSchema),
  device: Type.String(),
  current: Type.Boolean(),
});

export const sessionView = ({ keys, boundTo: _boundTo, ...session }: Session) => {
  const organisation = keys.find(({ caseKey }) => !caseKey)?.organisation;
  return {
    ...session,
    ...(organisation === undefined ? {} : { organisation }),
    caseKeys: keys.filter(({ caseKey }) => caseKey).length,
  };
};
