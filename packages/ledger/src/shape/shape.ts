import { isJsonObject, type JsonObject, type JsonValue } from '@minglu/protocol';
import { type Refusal, refuse } from '../refusals.ts';

export type ShapeProblem = 'missing' | 'unexpected' | 'type' | 'length' | 'format' | 'value' | 'repeated';

/** What one member of a body may be. `T` is the type a value has once it passed. */
export interface Shape<T> {
  readonly problemOf: (value: JsonValue) => ShapeProblem | undefined;
  readonly optional: boolean;
  /** Takes this shape's place from a protocol version on: what older ledgers refused they refuse for ever. */
  readonly later?: { readonly since: number; readonly problemOf: Shape<T>['problemOf'] };
  /** Never there at run time; carries `T`. */
  readonly passed?: T;
}

export interface OptionalShape<T> extends Shape<T> {
  readonly optional: true;
}

export interface RequiredShape<T> extends Shape<T> {
  readonly optional: false;
}

export type Shapes = Readonly<Record<string, RequiredShape<unknown> | OptionalShape<unknown>>>;

type RequiredNames<S extends Shapes> = { [K in keyof S]: S[K] extends OptionalShape<unknown> ? never : K }[keyof S];
type Passed<S> = S extends Shape<infer T> ? T : never;

/** The type of a body that has exactly the members of `S`. */
export type BodyOf<S extends Shapes> = { readonly [K in RequiredNames<S>]: Passed<S[K]> } & {
  readonly [K in Exclude<keyof S, RequiredNames<S>>]?: Passed<S[K]>;
};

/** The refusal of a body that is not exactly of these members. Names in facts are ours, never the sender's. */
export function bodyRefusal(body: JsonObject, shapes: Shapes): Refusal | undefined {
  let known = 0;
  for (const name in shapes) {
    const shape = shapes[name];
    const value = body[name];
    if (shape === undefined) continue;
    if (value === undefined) {
      if (!shape.optional) return refuse('body-invalid', { member: name, problem: 'missing' });
      continue;
    }
    known += 1;
    const problem = shape.problemOf(value);
    if (problem !== undefined) return refuse('body-invalid', { member: name, problem });
  }
  return Object.keys(body).length === known ? undefined : refuse('body-invalid', { problem: 'unexpected' });
}

export function required<T>(problemOf: Shape<T>['problemOf']): RequiredShape<T> {
  return { problemOf, optional: false };
}

export function optional<T>(shape: RequiredShape<T>): OptionalShape<T> {
  return { ...shape, optional: true };
}

/** `first` until `since`, then `later`, for a member of a body. */
export function widenedSince<T>(since: number, first: RequiredShape<T>, later: RequiredShape<T>): RequiredShape<T> {
  return { ...first, later: { since, problemOf: later.problemOf } };
}

/** The shapes as a protocol version knows them. */
export function shapesAt<S extends Shapes>(shapes: S, version: number): S {
  const known = Object.entries(shapes).map(([name, shape]) => {
    const { later } = shape;
    return [name, later === undefined || version < later.since ? shape : { ...shape, problemOf: later.problemOf }];
  });
  return Object.fromEntries(known) as S;
}

/** An object with exactly these members. */
export function members<S extends Shapes>(shapes: S): RequiredShape<BodyOf<S>> {
  return required((value) => {
    if (!isJsonObject(value)) return 'type';
    return bodyRefusal(value, shapes) === undefined ? undefined : 'format';
  });
}
