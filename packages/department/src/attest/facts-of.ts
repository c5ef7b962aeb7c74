import type { AttestedFact } from '@minglu/protocol';
import { ageOn } from '../register/age-on.ts';
import type { Person } from '../register/person.ts';

/** What the department is ready to state about a person at an instant: predicates, never the data behind them. */
export function factsOf(person: Person, nowMs: number): Readonly<Record<string, AttestedFact>> {
  return {
    'identity-level': person.identityLevel,
    'age-at-least-18': ageOn(person.birthDate, nowMs) >= 18,
  };
}
