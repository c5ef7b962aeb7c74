import { signCounterLetter } from '@minglu/sdk';
import type { Officer } from '../officer/use-officer.ts';
import { api, departmentAt } from '../server/api.ts';
import type { CityDepartment } from '../server/city.ts';
import { failureOf, PortalError } from '../server/failure.ts';

/** Somebody whose document was read: the register's own word for their name, and a short session to apply with. */
export interface CounterPerson {
  /** At the department that keeps the register of persons. */
  readonly token: string;
  /** At each department that is asked, by its id. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly name: string;
  /** In this page's memory until the visit is over, so that a register that was started anew is asked again by itself. */
  readonly idNumber: string;
  /** 住址 that the register knows. */
  readonly address?: string;
  /** They stand at the counter. */
  readonly isPresent: boolean;
}

/** The officer's signed word that a document lies before them goes straight to the departments that keep registers, one letter to each. */
export async function readDocument(
  officer: Officer,
  registers: readonly [CityDepartment, ...CityDepartment[]],
  { idNumber, isPresent }: { readonly idNumber: string; readonly isPresent: boolean },
): Promise<CounterPerson> {
  const { chain } = await api.get('/api/city', {});
  const [first] = registers;
  const read = registers.map(async ({ id, name, endpoint }) => {
    const draft = { chain, audience: id, idNumber, present: isPresent, nowMs: Date.now() };
    const letter = await signCounterLetter(draft, officer.signer);
    const answer = departmentAt(endpoint).readDocument(letter);
    return { id, ...(await answer.catch((error: unknown) => refuse(error, name))) };
  });
  const answers = await Promise.all(read);
  const tokens = Object.fromEntries(answers.map(({ id, token }) => [id, token]));
  const address = answers[0]?.address;
  const known = address === undefined ? {} : { address };
  return { token: tokens[first.id] ?? '', tokens, name: answers[0]?.name ?? '', idNumber, ...known, isPresent };
}

/** Of several registers the silent one is named: the officer knows whom to ring up. */
function refuse(error: unknown, department: string): never {
  const { code } = failureOf(error);
  throw code === 'unreachable' || code === 'timeout' ? new PortalError('department-silent', { department }) : error;
}
