import { isJsonObject, type JsonObject } from '@minglu/protocol';
import { type RequiredShape, required } from './shape.ts';

export const bool: RequiredShape<boolean> = required((value) => (typeof value === 'boolean' ? undefined : 'type'));

export function integer(min: number, max: number): RequiredShape<number> {
  return required((value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'type';
    return value < min || value > max ? 'value' : undefined;
  });
}

/** A list without repetitions. */
export function listOf(
  item: RequiredShape<string>,
  minLength: number,
  maxLength: number,
): RequiredShape<readonly string[]> {
  return required((value) => {
    if (!Array.isArray(value)) return 'type';
    if (value.length < minLength || value.length > maxLength) return 'length';
    for (const entry of value) {
      const problem = item.problemOf(entry);
      if (problem !== undefined) return problem;
    }
    return hasRepetition(value) ? 'repeated' : undefined;
  });
}

/** Any object; whoever uses it checks what is inside. */
export const anyObject: RequiredShape<JsonObject> = required((value) => (isJsonObject(value) ? undefined : 'type'));

function hasRepetition(list: readonly unknown[]): boolean {
  if (list.length < 2) return false;
  return new Set(list).size !== list.length;
}
