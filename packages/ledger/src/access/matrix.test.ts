import { describe, expect, it } from 'vitest';
import { accessRules } from './access-rules.ts';
import { decide } from './decide.ts';
import { differences, matrix } from './testing/matrix.ts';
import { world } from './testing/matrix-world.ts';
import { modelAllows } from './testing/reference-model.ts';

const cells = matrix();

describe('the matrix of who may do what', () => {
  it('has at least twenty thousand cells, and a third of them allow', () => {
    expect(cells.length).toBeGreaterThanOrEqual(20_000);
    expect(cells.filter(({ allowed }) => allowed).length / cells.length).toBeGreaterThanOrEqual(1 / 3);
  });

  it('agrees with the reference model in each', () => {
    expect(differences(decide, cells).slice(0, 5)).toEqual([]);
  });

  it('has, for each deed and read, a cell that allows and one that does not', () => {
    for (const deed of accessRules.keys()) {
      const answers = new Set(cells.filter(({ question }) => question.deed === deed).map(({ allowed }) => allowed));
      expect([...answers].sort(), deed).toEqual([false, true]);
    }
  });

  it.each(world.rules.map((rule, at) => [at, rule] as const))('lets rule %i decide some', (at) => {
    const without = { ...world, rules: world.rules.filter((_, place) => place !== at) };
    const decided = cells.filter(({ question, allowed }) => modelAllows(without, question) !== allowed);
    expect(decided.length).toBeGreaterThan(0);
  });
});
