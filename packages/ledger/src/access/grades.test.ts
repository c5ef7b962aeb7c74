import { describe, expect, it } from 'vitest';
import { applyBlock } from '../apply-block.ts';
import { MemoryState } from '../state/memory-state.ts';
import { ageContract, CHAIN, jwkOf, START } from '../testing/test-chain.ts';
import { versionFourStory } from '../testing/version-four-story.ts';
import { annulmentGrades, caseGrades, fileGrades, gradeOfSealed, licenceGrades } from './grades.ts';

/** Every member that a record of a kind ever had in the history of version 4. */
async function membersSeen(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const genesis = { chain: CHAIN, founder: jwkOf('founder'), time: START, protocol: 4 };
  const state = new MemoryState();
  const seen = new Map<string, Set<string>>();
  for (const [height, { time, entries }] of (await versionFourStory()).entries()) {
    const block = { height, time, transactions: entries };
    const { changes } = applyBlock(state, block, { contracts: ageContract, genesis });
    state.commit(changes);
    for (const [key, value] of changes.values) {
      const kind = key.slice(0, key.indexOf('/'));
      const members = seen.get(kind) ?? new Set();
      for (const member of Object.keys(JSON.parse(value ?? '{}') as object)) members.add(member);
      seen.set(kind, members);
    }
  }
  return seen;
}

describe('how much harm a leak does', () => {
  it('is said of every field that a case, a licence or an annulment ever had', async () => {
    const seen = await membersSeen();
    for (const [kind, grades] of [
      ['case', caseGrades],
      ['licence', licenceGrades],
      ['annulment', annulmentGrades],
    ] as const) {
      const members = [...(seen.get(kind) ?? [])];
      expect(members.length, kind).toBeGreaterThan(8);
      expect(
        members.filter((member) => !Object.hasOwn(grades, member)),
        kind,
      ).toEqual([]);
    }
  });

  it('is none of what stands on the chain, which is public for ever', () => {
    const all = [caseGrades, licenceGrades, annulmentGrades].flatMap((grades) => Object.values(grades));
    expect(new Set(all)).toEqual(new Set([1]));
  });

  it('is personal of whatever is sealed, and sensitive of what identifies somebody everywhere', () => {
    expect([gradeOfSealed('operator'), gradeOfSealed('no-such-name')]).toEqual([3, 3]);
    expect([gradeOfSealed('id-number'), gradeOfSealed('agent-id-number')]).toEqual([4, 4]);
    expect(Math.min(...Object.values(fileGrades))).toBeGreaterThan(1);
  });
});
