import { type TSchema, Type } from 'typebox';
import { keyIdSchema, millisecondsSchema } from '../../schemas.ts';

const MOST = 64;
const some = (item: TSchema) => Type.Optional(Type.Array(item, { minItems: 1, maxItems: MOST }));
const range = (least: number, most: number) =>
  Type.Optional(
    Type.Object(
      { least: Type.Integer({ minimum: least, maximum: most }), most: Type.Integer({ minimum: least, maximum: most }) },
      { additionalProperties: false },
    ),
  );
const id = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' });

/** A rule as the chain takes it (`access.propose-rule`); a list holds where one of its members does. */
export const ruleSchema = Type.Object(
  {
    effect: Type.Union([Type.Literal('allow'), Type.Literal('deny')]),
    deeds: Type.Array(Type.String({ pattern: '^[a-z]{1,20}\\.(\\*|[a-z-]{1,40})$' }), { minItems: 1, maxItems: MOST }),
    roles: some(Type.String({ pattern: '^[a-z-]{1,40}$' })),
    keys: some(keyIdSchema),
    organs: some(id),
    below: Type.Optional(id),
    regions: some(Type.String({ pattern: '^[1-9][0-9]([0-9]{2}){0,2}$' })),
    services: some(id),
    grades: range(1, 4),
    purposes: some(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]{1,39}$' })),
    assurance: range(1, 3),
    hours: range(0, 1_439),
    from: Type.Optional(millisecondsSchema),
    until: Type.Optional(millisecondsSchema),
  },
  { additionalProperties: false },
);
