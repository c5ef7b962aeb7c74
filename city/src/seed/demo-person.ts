import { idNumberCheck, type Person } from '@minglu/department';

export interface PersonDraft {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly identityLevel: 1 | 2 | 3;
  readonly residence?: NonNullable<Person['residence']>;
  readonly duties?: readonly string[];
  readonly note: string;
}

/** A division of the demonstration: an invented number must be no living person's. */
const NOWHERE = '990101';

/** @param serial tells people born on one day apart: below 100 */
export function demoPerson(draft: PersonDraft, serial: number): Person {
  const { id, name, birthDate, identityLevel, residence, duties = [], note } = draft;
  const first17 = `${NOWHERE}${birthDate.replaceAll('-', '')}${String(900 + (serial % 100))}`;
  const phone = `1990000${String(1000 + serial)}`;
  const idNumber = first17 + idNumberCheck(first17);
  const address = `东湖区安宁里${1 + (serial % 60)}号201室`;
  const resides = residence === undefined ? {} : { residence };
  return { id, name, idNumber, birthDate, identityLevel, phone, address, ...resides, duties, note };
}
