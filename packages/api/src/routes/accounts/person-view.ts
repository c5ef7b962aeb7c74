import { Type } from 'typebox';
import { disablingReasons } from '../../accounts/account.ts';
import type { KnownPerson } from '../../accounts/find-person.ts';
import { officeOf } from '../../accounts/office-of.ts';
import type { ApiContext } from '../../api-context.ts';
import { findLivingKey, keyHand } from '../../queries/key-hand.ts';
import { readRecord } from '../../queries/read-record.ts';
import { keyIdSchema, millisecondsSchema } from '../../schemas.ts';

/** A person as an administrator sees one: what there is to disable, and not who it is. */
export const personSchema = Type.Object({
  name: Type.String({ description: 'What the person is disabled by: first registered key, else the account.' }),
  kid: Type.Optional(keyIdSchema),
  organisation: Type.Optional(Type.String()),
  office: Type.Optional(Type.String({ description: 'Of 三员: only the same office disables it.' })),
  own: Type.Boolean(),
  disabled: Type.Boolean(),
  accounts: Type.Array(
    Type.Object({
      id: Type.String(),
      provider: Type.String(),
      lastSignInAt: Type.Optional(millisecondsSchema),
      disabledAt: Type.Optional(millisecondsSchema),
      disabledFor: Type.Optional(Type.Union(disablingReasons.map((reason) => Type.Literal(reason)))),
    }),
  ),
  sessions: Type.Array(
    Type.Object({
      method: Type.String(),
      assurance: Type.Integer({ minimum: 1, maximum: 3 }),
      device: Type.String(),
      createdAt: millisecondsSchema,
      lastSeenAt: millisecondsSchema,
    }),
  ),
});

/** @param own first key and account of whoever asks */
export const personView = (
  context: ApiContext,
  { kids, accounts }: KnownPerson,
  own: readonly (string | undefined)[],
) => {
  const { accounts: book, node, sessions } = context;
  const [first] = kids;
  const kid = first === undefined ? undefined : (findLivingKey(node, first) ?? first);
  const organisation = kid === undefined ? undefined : readRecord(node, `key/${kid}`)?.org;
  const office = officeOf(context, kids);
  const open = sessions.list(
    ({ account, keys }) =>
      (account !== undefined && accounts.includes(account)) ||
      keys.some((key) => !key.caseKey && kids.includes(keyHand(node, key.kid))),
    context.nowMs(),
  );
  const listed = accounts.flatMap((id) => book.find(id) ?? []);
  return {
    name: first ?? accounts[0] ?? '',
    ...(kid === undefined ? {} : { kid }),
    ...(typeof organisation === 'string' ? { organisation } : {}),
    ...(office === undefined ? {} : { office }),
    own: [...kids, ...accounts].some((one) => own.includes(one)),
    disabled: listed.some(({ disabledAt }) => disabledAt !== undefined),
    accounts: listed.map(({ id, provider, lastSignInAt, disabledAt, disabledFor }) => ({
      ...{ id, provider },
      ...(lastSignInAt === 0 ? {} : { lastSignInAt }),
      ...(disabledAt === undefined ? {} : { disabledAt }),
      ...(disabledFor === undefined ? {} : { disabledFor }),
    })),
    sessions: open.map(({ method, assurance, device, createdAt, lastSeenAt }) => ({
      ...{ method, assurance, device, createdAt, lastSeenAt },
    })),
  };
};
