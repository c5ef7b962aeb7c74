import type { IdentityAccount } from '@minglu/identity';
import { officersOf } from '../seed/officers.ts';
import { COUNTERS } from '../seed/organisations.ts';
import { citizens } from '../seed/people.ts';

/** Everybody of the demonstration: the citizens as 公安厅 knows them, the officers as their departments do. */
export function identityAccounts(nowMs: number): readonly IdentityAccount[] {
  const known = citizens(nowMs).map((person) => accountOf(person, 'public-security'));
  const officers = COUNTERS.flatMap(({ id, name }) =>
    officersOf(id).map((person) => ({ ...accountOf(person, id), note: `${name}：${person.note}` })),
  );
  return [...known, ...officers];
}

function accountOf(
  { id, name, note, identityLevel }: ReturnType<typeof citizens>[number],
  organisation: string,
): IdentityAccount {
  return { id, name, note, level: identityLevel, organisation };
}
