import { individualBusiness } from '@minglu/individual-business';
import { nativeSigner } from '@minglu/node';
import type { CityRecord } from '../setup/city-record.ts';
import type { Preparation } from '../setup/prepare-city.ts';
import { calendarOfThisYear } from './calendar-of-this-year.ts';
import { foundingTransactions } from './founding.ts';
import { introduceDepartment } from './introduce-department.ts';
import { CHAIN, DEPARTMENTS, GOVERNMENTS, PLACE_OF_REGISTRATION } from './organisations.ts';
import { serviceRegistration } from './service-registrations.ts';

/** Block 0 of this city; an empty one has nothing in it but its founder. */
export async function foundingOf({ options, layout, keys }: Preparation, record: CityRecord): Promise<string[]> {
  if (options.empty) return [];
  const founder = nativeSigner('ES256', keys.founder);
  const departments = await Promise.all(
    DEPARTMENTS.map((department) => introduceDepartment(layout.departmentUrl(department.id), department)),
  );
  return await foundingTransactions({
    chain: CHAIN,
    founder,
    time: record.foundedAt,
    governments: GOVERNMENTS,
    departments,
    services: [serviceRegistration(individualBusiness, PLACE_OF_REGISTRATION)],
    calendar: calendarOfThisYear(options.randomBytes),
    randomBytes: options.randomBytes,
  });
}
