import type { DemoPerson } from '@minglu/sdk';
import type { Session } from '../session/session.ts';
import { departmentAt } from './api.ts';
import type { CityDepartment } from './city.ts';

/** 演示: a session at a department for one of its people, without any proof of being that person. */
export async function signInAs(department: CityDepartment, person: DemoPerson): Promise<Session> {
  const { token, expiresAt, name, address, duties } = await departmentAt(department.endpoint).demoSignIn(person.id);
  return {
    person: person.id,
    name,
    ...(address === undefined ? {} : { address }),
    department: department.id,
    departmentName: department.name,
    endpoint: department.endpoint,
    token,
    expiresAt,
    duties,
  };
}
