import type { Finding } from './finding.ts';

/** Where a value stands, and who takes what is wrong with it. */
export interface Place {
  readonly file: string;
  readonly at: string;
  report(finding: Finding): void;
}

/** Reports what is wrong with a value, and where. */
export type Check = (value: unknown, place: Place) => void;

/** A member that may be left out. */
export interface Optional {
  readonly optional: Check;
}

export function optional(check: Check): Optional {
  return { optional: check };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Exactly these members. */
export function object(members: Readonly<Record<string, Check | Optional>>): Check {
  return (value, place) => {
    if (!isObject(value)) return unfit(place, '{…}');
    for (const [name, member] of Object.entries(members)) {
      const check = typeof member === 'function' ? member : member.optional;
      const inside = { ...place, at: place.at === '' ? name : `${place.at}.${name}` };
      if (value[name] !== undefined) check(value[name], inside);
      else if (typeof member === 'function') place.report({ code: 'member-missing', file: place.file, at: inside.at });
    }
    for (const name of Object.keys(value)) {
      if (name in members) continue;
      place.report({ code: 'member-unknown', file: place.file, at: place.at, facts: { member: name } });
    }
  };
}

export function list(check: Check, least = 0, most = 256): Check {
  return (value, place) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      return unfit(place, `[…] ${least}–${most}`);
    value.forEach((each, index) => {
      check(each, { ...place, at: `${place.at}[${index}]` });
    });
  };
}

/** Any names, each with a value of one kind. */
export function record(check: Check): Check {
  return (value, place) => {
    if (!isObject(value)) return unfit(place, '{…}');
    for (const [name, each] of Object.entries(value)) check(each, { ...place, at: `${place.at}.${name}` });
  };
}

export function text(expression: RegExp, wanted: string): Check {
  return (value, place) => {
    if (typeof value !== 'string' || !expression.test(value)) unfit(place, wanted);
  };
}

export function oneOf(...values: readonly unknown[]): Check {
  return (value, place) => {
    if (!values.includes(value)) unfit(place, values.join(' | '));
  };
}

export function whole(min: number, max: number): Check {
  return (value, place) => {
    if (!Number.isSafeInteger(value) || (value as number) < min || (value as number) > max)
      unfit(place, `${min}–${max}`);
  };
}

export function either(test: (value: unknown) => boolean, wanted: string): Check {
  return (value, place) => {
    if (!test(value)) unfit(place, wanted);
  };
}

function unfit({ file, at, report }: Place, wanted: string): void {
  report({ code: 'member-unfit', file, at, facts: { wanted } });
}
