import { Type } from 'typebox';

/** Shapes that several routes share. Patterns are anchored and have no repetition inside repetition. */
export const transactionIdSchema = Type.String({
  pattern: '^[A-Za-z0-9_-]{22}$',
  description: 'Transaction id: 128 random bits, base64url.',
});
export const licenceNumberSchema = Type.String({
  pattern: '^(?:[0-9A-Z]{18}|[A-Z]{2,4}[0-9]{9,18})$',
  description: 'Unified social credit code (GB 32100-2015), or a number in the form that its service registered.',
});
export const millisecondsSchema = Type.Integer({ description: 'Milliseconds since 1970-01-01T00:00:00Z.' });
export const logIndexSchema = Type.Integer({ minimum: 0, description: 'Position in the public log.' });
export const heightSchema = Type.Integer({ minimum: -1, description: 'Height of a block.' });
export const eventSchema = Type.Unsafe<readonly [string, Record<string, unknown>]>(
  Type.Array(Type.Unknown(), { minItems: 2, maxItems: 2, description: '[name, public facts]' }),
);
export const factsSchema = Type.Record(Type.String(), Type.Unknown());

/** One event of a case or an annulment, with its place in the log. */
export const placedEventSchema = Type.Object({
  name: Type.String(),
  facts: factsSchema,
  time: millisecondsSchema,
  height: heightSchema,
  index: logIndexSchema,
});

/** What became of a transaction: accepted with its events, or refused with a code. */
export const outcomeSchema = Type.Object(
  {
    events: Type.Optional(Type.Array(eventSchema)),
    trace: Type.Optional(Type.String({ description: 'Salted commitment to the contract’s trace.' })),
    refused: Type.Optional(Type.String({ description: 'Refusal code; see docs/errors.md.' })),
    facts: Type.Optional(factsSchema),
  },
  {
    description: 'Accepted: `events` (and `trace` where a contract ran). Refused on the record: `refused` and `facts`.',
  },
);

export const recordValueSchema = Type.Record(Type.String(), Type.Unknown());
export const limitSchema = Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }));
export const digestSchema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hex.' });
export const draftSlotSchema = Type.String({
  pattern: '^[A-Za-z0-9_-]{43}$',
  description: 'Secret name of a draft: 256 random bits, base64url.',
});
export const draftVersionSchema = Type.Integer({
  minimum: 0,
  description: 'One more with each save; 0 before the first.',
});

/** 访问目的: a code, never words. */
export const purposeSchema = Type.String({
  pattern: '^[a-z][a-z0-9-]{1,39}$',
  description: 'What the read is for, as a code.',
});

/** What an officer who was refused would have needed, and whether it can be asked for. */
export const lackingSchema = Type.Object({
  deed: Type.String(),
  org: Type.Optional(Type.String({ description: 'The organisation in charge.' })),
  roles: Type.Array(Type.String(), { description: 'Any one of these there.' }),
  requestable: Type.Boolean({ description: 'A request (access.request) to that organisation can give it.' }),
});

export const organSchema = Type.String({
  pattern: '^[a-z][a-z0-9-]{1,62}$',
  description: 'An organisation other than the key’s own, where a rule or a request opened it.',
});
export const keyIdSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'Thumbprint of a key.' });
