import { Type } from 'typebox';
import type { Sample } from '../../audit/sampler.ts';
import { logIndexSchema, transactionIdSchema } from '../../schemas.ts';

export const sampleSchema = Type.Object({
  id: transactionIdSchema,
  size: Type.Integer({ description: 'Entries under the checkpoint that drew the cases.' }),
  root: Type.String({ description: 'Its root, base64url: the seed.' }),
  population: Type.Integer({ description: 'Decided cases that were drawn from.' }),
  state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
  done: Type.Integer({ description: 'Entries decided again so far.' }),
  of: Type.Integer(),
  cases: Type.Array(
    Type.Object({
      case: transactionIdSchema,
      entries: Type.Array(
        Type.Object({
          index: logIndexSchema,
          receipt: Type.String({ description: 'tlog-proof of the entry.' }),
          outcome: Type.Optional(
            Type.Union([Type.Literal('same'), Type.Literal('differs'), Type.Literal('erased')], {
              description: 'The entry that came out of deciding again, compared byte by byte; absent while it runs.',
            }),
          ),
        }),
      ),
    }),
  ),
});

export const sampleView = (sample: Sample) => {
  const { id, size, root, population, state, done, of, result } = sample;
  const outcomeOf = (index: number) => {
    if (result === undefined) return {};
    if (result.differing.has(index)) return { outcome: 'differs' as const };
    return { outcome: result.undecided.has(index) ? ('erased' as const) : ('same' as const) };
  };
  const cases = sample.cases.map((one) => ({
    case: one.case,
    entries: one.entries.map((entry) => ({ ...entry, ...outcomeOf(entry.index) })),
  }));
  return { id, size, root, population, state, done, of, cases };
};
