import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Person } from '../register/person.ts';
import { textMember } from './read-body.ts';
import type { Desk } from './routes.ts';

const TOKEN = /^[\w-]{43}$/;

export function tokenIn(body: JsonObject): string {
  return textMember(body, 'token', TOKEN);
}

/** Who sent the request's token. */
export function personOf(desk: Desk, body: JsonObject): Person {
  const person = desk.register.find(desk.sessions.personOf(tokenIn(body)));
  if (person === undefined) throw new DepartmentError('session-required');
  return person;
}

/** Whoever was read at another organ's counter has no duties through that, whatever the register says. */
export function officerOf(desk: Desk, body: JsonObject): Person {
  const person = personOf(desk, body);
  if (person.duties.length === 0 || desk.sessions.counterOf(tokenIn(body)) !== undefined)
    throw new DepartmentError('officer-required');
  return person;
}
