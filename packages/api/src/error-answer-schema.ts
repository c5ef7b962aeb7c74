import { Type } from 'typebox';

/** Body of every refusal. `code` is from `docs/errors.md`; `correlation` names the request in the operator's log. */
export const errorAnswerSchema = Type.Object(
  {
    code: Type.String(),
    facts: Type.Record(Type.String(), Type.Unknown()),
    correlation: Type.String(),
  },
  { description: 'A refusal: a code of docs/errors.md with its public facts.' },
);
