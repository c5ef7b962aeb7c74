import type { AttestedFact } from '@minglu/protocol';
import { ageOn } from '../register/age-on.ts';
import type { Person, RegistrationFile } from '../register/person.ts';

const IDENTITY_FACTS = [
  'identity-level',
  'age-at-least-18',
  'age-at-least-16',
  'mainland-resident',
  'hong-kong-macau-citizen',
  'taiwan-resident',
] as const;
const REGISTRATION_FACTS = ['no-registration-bar', 'no-food-bar', 'premises-on-record'] as const;

/** China keeps one time, eight hours ahead. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

type Facts = Readonly<Record<string, AttestedFact>>;

/** Names of the facts that a register of these people can state; `GET /about` lists them. */
export function factNamesOf(people: readonly Person[]): readonly string[] {
  return people.some(({ registration }) => registration !== undefined) ? REGISTRATION_FACTS : IDENTITY_FACTS;
}

/** What the department is ready to state about a person at an instant: predicates, never the data behind them. */
export function factsOf(person: Person, nowMs: number): Facts {
  return person.registration === undefined
    ? identityFacts(person, nowMs)
    : registrationFacts(person.registration, nowMs);
}

/** The usual applicant needs three; what the law asks only of some is stated only of them. */
function identityFacts({ birthDate, identityLevel, residence = 'mainland' }: Person, nowMs: number): Facts {
  const age = ageOn(birthDate, nowMs);
  return {
    'identity-level': identityLevel,
    'age-at-least-18': age >= 18,
    ...(age >= 18 ? {} : { 'age-at-least-16': age >= 16 }),
    'mainland-resident': residence === 'mainland',
    ...(residence === 'hong-kong-macau' ? { 'hong-kong-macau-citizen': true } : {}),
    ...(residence === 'taiwan' ? { 'taiwan-resident': true } : {}),
  };
}

/** A bar of one trade is stated only of those who have one on file, past or present. */
function registrationFacts({ barredUntil, foodBarredUntil, premises }: RegistrationFile, nowMs: number): Facts {
  const today = new Date(nowMs + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  return {
    'no-registration-bar': barredUntil === undefined || barredUntil < today,
    ...(foodBarredUntil === undefined ? {} : { 'no-food-bar': foodBarredUntil < today }),
    'premises-on-record': premises,
  };
}
