import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Person } from '../register/person.ts';
import type { Desk } from './desk.ts';
import { textMember } from './read-body.ts';
import { personOf } from './signed-in.ts';

const TOKEN = /^[\w-]{43}$/;

export function tokenIn(body: JsonObject): string {
  return textMember(body, 'token', TOKEN);
}

/** Whoever was read at another organ's counter has no duties through that, whatever the register says. */
export function officerOf(desk: Pick<Desk, 'register' | 'sessions'>, body: JsonObject): Person {
  const person = personOf(desk, body);
  if (person.duties.length === 0 || desk.sessions.counterOf(tokenIn(body)) !== undefined)
    throw new DepartmentError('officer-required');
  return person;
}
