import { isJsonObject, type JsonObject, type JsonValue } from '@minglu/protocol';
import { findIsoDay } from '../calendar/civil-date.ts';
import { licenceNumber } from './ids.ts';
import { type RequiredShape, required, type ShapeProblem } from './shape.ts';
import { displayText } from './texts.ts';

/**
 * A field of an application that stands in public beside name, activities and region, as its service registered it.
 * `max` is a text's length or a number's upper end, `min` a number's lower end, `choices` the codes of a choice, `of` the
 * kind of the licence that is named.
 */
export interface DeclaredField {
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'number' | 'date' | 'licence';
  readonly optional?: true;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  readonly of?: string;
}

export type FieldValues = Readonly<Record<string, string | number>>;

export const MAX_FIELDS = 16;
export const MAX_FIELD_TEXT = 120;
const MAX_CHOICES = 64;
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** A service's list of fields: each of one kind with exactly that kind's bounds, no name twice. */
export const declaredFields = fieldsOf(() => true);

/** As protocol version 3 knows them. */
export const firstDeclaredFields = fieldsOf(({ kind }) => kind !== 'licence');

function fieldsOf(isKnown: (field: JsonObject) => boolean): RequiredShape<readonly DeclaredField[]> {
  return required((value) => listProblem(value, isKnown));
}

function listProblem(value: JsonValue, isKnown: (field: JsonObject) => boolean): ShapeProblem | undefined {
  if (!Array.isArray(value)) return 'type';
  const list = value as readonly JsonValue[];
  if (list.length < 1 || list.length > MAX_FIELDS) return 'length';
  const names = new Set<string>();
  for (const field of list) {
    if (!isJsonObject(field) || !isKnown(field) || !isDeclaration(field)) return 'format';
    names.add(field.name as string);
  }
  return names.size === list.length ? undefined : 'repeated';
}

/** What is wrong with the fields of an application, and which of the service's fields it is about. */
export function findFieldProblem(
  values: JsonObject,
  declared: readonly DeclaredField[],
): { readonly field?: string; readonly problem: ShapeProblem } | undefined {
  let known = 0;
  for (const field of declared) {
    const value = values[field.name];
    if (value === undefined) {
      if (field.optional !== true) return { field: field.name, problem: 'missing' };
      continue;
    }
    known += 1;
    const problem = problemOf(value, field);
    if (problem !== undefined) return { field: field.name, problem };
  }
  return Object.keys(values).length === known ? undefined : { problem: 'unexpected' };
}

function problemOf(
  value: JsonValue,
  { kind, min = 0, max = 0, choices = [] }: DeclaredField,
): ShapeProblem | undefined {
  if (kind === 'number') {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return 'type';
    return value < min || value > max ? 'value' : undefined;
  }
  if (typeof value !== 'string') return 'type';
  if (kind === 'choice') return choices.includes(value) ? undefined : 'value';
  if (kind === 'licence') return (licenceNumber.later ?? licenceNumber).problemOf(value);
  if (kind === 'date') return findIsoDay(value) === undefined ? 'format' : undefined;
  return displayText(1, max).problemOf(value);
}

function isDeclaration(field: JsonObject): boolean {
  const { name, kind, optional: mayMiss, ...bounds } = field;
  if (typeof name !== 'string' || !NAME.test(name)) return false;
  if (mayMiss !== undefined && mayMiss !== true) return false;
  const { min, max, choices, of } = bounds;
  const given = Object.keys(bounds).length;
  switch (kind) {
    case 'date':
      return given === 0;
    case 'text':
      return given === 1 && isWhole(max) && max >= 1 && max <= MAX_FIELD_TEXT;
    case 'number':
      return given === 2 && isWhole(min) && isWhole(max) && min <= max;
    case 'choice':
      return given === 1 && areChoices(choices);
    case 'licence':
      return given === 1 && typeof of === 'string' && NAME.test(of);
    default:
      return false;
  }
}

function isWhole(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function areChoices(value: JsonValue | undefined): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > MAX_CHOICES) return false;
  const codes = value as readonly JsonValue[];
  return new Set(codes).size === codes.length && codes.every((code) => typeof code === 'string' && NAME.test(code));
}
