import type { AttestedFact } from '@minglu/protocol';
import { ageOn } from '../register/age-on.ts';
import type { Person } from '../register/person.ts';

/** Names of the facts this department states; `GET /about` lists them. */
export const FACT_NAMES = ['identity-level', 'age-at-least-18'] as const;

/** What the department is ready to state about a person at an instant: predicates, never the data behind them. */
export function factsOf(person: Person, nowMs: number): Readonly<Record<(typeof FACT_NAMES)[number], AttestedFact>> {
  return {
    'identity-level': person.identityLevel,
    'age-at-least-18': ageOn(person.birthDate, nowMs) >= 18,
  };
}
