import type { Person } from '@minglu/department';

/** The one of the demonstration who owes. */
const OWING = 'xu';

/** What 省税务局 (演示) has on file of people whom 公安厅 knows: whether anything is owed. Ids are the same at both. */
export function taxFiles(people: readonly Person[]): Person[] {
  return people.map((person) => ({ ...person, duties: [], taxes: person.id === OWING ? 'owed' : 'cleared' }));
}
