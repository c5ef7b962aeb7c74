import type { Person } from '@minglu/department';

/** The province has these people otherwise than the rest on file. */
const BARRED = 'qian';
const WITHOUT_PREMISES = 'zhou-lan';
const DAY_MS = 86_400_000;
const HALF_A_YEAR_DAYS = 180;

/**
 * What 省市场监督管理局 (演示) has on file of people whom 公安厅 knows: a bar on registering, and whether the property and lease
 * registers shared with it name premises of theirs. Ids are the same at both, so that one sign-in serves.
 */
export function registrationFiles(people: readonly Person[], nowMs: number): Person[] {
  const barredUntil = new Date(nowMs + HALF_A_YEAR_DAYS * DAY_MS).toISOString().slice(0, 10);
  return people.map((person) => {
    const premises = person.id !== WITHOUT_PREMISES;
    const registration = person.id === BARRED ? { premises, barredUntil } : { premises };
    return { ...person, duties: [], registration };
  });
}
