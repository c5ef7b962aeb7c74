import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Person } from '../register/person.ts';
import type { Desk } from './desk.ts';
import { textMember } from './read-body.ts';

export const TOKEN = /^[\w-]{43}$/;

/** Whose token the body carries. Throws `session-required`. */
export function personOf({ register, sessions }: Pick<Desk, 'register' | 'sessions'>, body: JsonObject): Person {
  const person = register.find(sessions.personOf(textMember(body, 'token', TOKEN)));
  if (person === undefined) throw new DepartmentError('session-required');
  return person;
}

/** To the person alone, who need not write down what the state knows (市场主体登记管理条例 16). */
export function addressOf({ address }: Person): { readonly address?: string } {
  return address === undefined ? {} : { address };
}
