import { type Static, Type } from 'typebox';

const B64 = (maxLength: number) => Type.String({ pattern: '^[\\w-]*$', maxLength });
const ID = Type.String({ pattern: '^[\\w-]+$', maxLength: 1_400 });

/** What a browser's `toJSON` gives of a credential (WebAuthn Level 3, 5.1.8); members we have no use for are not looked at. */
const credential = <T extends Parameters<typeof Type.Object>[0]>(response: T) =>
  Type.Object({ id: ID, rawId: ID, type: Type.Literal('public-key'), response: Type.Object(response) });

export const assertionSchema = credential({
  clientDataJSON: B64(4_096),
  authenticatorData: B64(4_096),
  signature: B64(1_024),
  userHandle: Type.Optional(Type.Union([B64(128), Type.Null()])),
});

export const attestationSchema = credential({
  clientDataJSON: B64(4_096),
  attestationObject: B64(16_384),
  transports: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z-]{1,20}$' }), { maxItems: 10 })),
});

export type AssertionAnswer = Static<typeof assertionSchema>;
export type AttestationAnswer = Static<typeof attestationSchema>;
