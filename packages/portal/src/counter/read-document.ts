import { signCounterLetter } from '@minglu/sdk';
import type { Officer } from '../officer/use-officer.ts';
import { api, departmentAt } from '../server/api.ts';
import type { CityDepartment } from '../server/city.ts';

/** Somebody whose document was read: the register's own word for their name, and a short session to apply with. */
export interface CounterPerson {
  readonly token: string;
  readonly name: string;
  /** They stand at the counter. */
  readonly isPresent: boolean;
}

/** The officer's signed word that a document lies before them goes straight to the department that keeps the register. */
export async function readDocument(
  officer: Officer,
  register: CityDepartment,
  { idNumber, isPresent }: { readonly idNumber: string; readonly isPresent: boolean },
): Promise<CounterPerson> {
  const { chain } = await api.get('/api/city', {});
  const draft = { chain, audience: register.id, idNumber, present: isPresent, nowMs: Date.now() };
  const letter = await signCounterLetter(draft, officer.signer);
  const { token, name } = await departmentAt(register.endpoint).readDocument(letter);
  return { token, name, isPresent };
}
