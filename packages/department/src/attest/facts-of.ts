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
const TAX_FACTS = ['taxes-cleared-of', 'taxes-owed-of'] as const;

/** China keeps one time, eight hours ahead. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

type Facts = Readonly<Record<string, AttestedFact>>;

/** What a statement is asked for, apart from the person. */
export interface FactsAsked {
  readonly nowMs: number;
  /** Number of the licence that the matter is about. */
  readonly licence?: string | undefined;
  /** A bar stands on the chain against the holder of this number (市场主体登记管理条例 40). */
  isBarred?(idNumber: string, nowMs: number): boolean;
}

/** Names of the facts that a register of these people can state; `GET /about` lists them. */
export function factNamesOf(people: readonly Person[]): readonly string[] {
  if (people.some(({ taxes }) => taxes !== undefined)) return TAX_FACTS;
  return people.some(({ registration }) => registration !== undefined) ? REGISTRATION_FACTS : IDENTITY_FACTS;
}

/** What the department is ready to state about a person at an instant: predicates, never the data behind them. */
export function factsOf(person: Person, asked: FactsAsked): Facts {
  if (person.taxes !== undefined) return taxFacts(person.taxes, asked);
  if (person.registration === undefined) return identityFacts(person, asked.nowMs);
  const isBarred = asked.isBarred?.(person.idNumber, asked.nowMs) === true;
  return registrationFacts(person.registration, asked.nowMs, isBarred);
}

/**
 * 清税证明 (实施细则 46), of one licence by its number. The statement is good only in a deed signed by the key it names, and the
 * ledger takes such a deed from the licence's holder alone: whoever asks about somebody else's can do nothing with it.
 */
function taxFacts(taxes: NonNullable<Person['taxes']>, { licence }: FactsAsked): Facts {
  if (licence === undefined) return {};
  return taxes === 'cleared' ? { 'taxes-cleared-of': licence } : { 'taxes-owed-of': licence };
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

/**
 * A bar of before this ledger stands in the register's file; one of since then on the chain. A bar of one trade is stated
 * only of those who have one on file, past or present.
 */
function registrationFacts(file: RegistrationFile, nowMs: number, isBarred: boolean): Facts {
  const { barredUntil, foodBarredUntil, premises } = file;
  const today = new Date(nowMs + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  const isOver = barredUntil === undefined || barredUntil < today;
  return {
    'no-registration-bar': isOver && !isBarred,
    ...(foodBarredUntil === undefined ? {} : { 'no-food-bar': foodBarredUntil < today }),
    'premises-on-record': premises,
  };
}
