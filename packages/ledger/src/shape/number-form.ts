import { type RequiredShape, required } from './shape.ts';

/** One part of a licence number after its letters; the check digit always stands last. */
export type NumberPart =
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'region' }
  | { readonly kind: 'year' }
  /** Place of the chosen code among a field's choices, from 1. */
  | { readonly kind: 'choice'; readonly field: string }
  | { readonly kind: 'serial'; readonly digits: number };

/** How a service's licences are numbered: letters, digits in parts, and a check digit (GB/T 17710, MOD 11,10). */
export interface NumberForm {
  readonly letters: string;
  readonly parts: readonly NumberPart[];
}

const FORM = /^([A-Z]{2,4})((?:[0-9]|\{[a-z][a-z0-9:-]{0,47}\})+)\{check\}$/;
const PART = /[0-9]+|\{([a-z]+)(?::([a-z0-9-]+))?\}/g;
const LENGTHS = { region: 6, year: 4, choice: 1 } as const;
/** With letters and check digit a number is 11 to 22 characters long. */
const MIN_DIGITS = 8;
const MAX_DIGITS = 17;
const MIN_SERIAL = 5;
const MAX_SERIAL = 9;

/**
 * The form that a pattern says, as `JY{choice:format}{region}{serial:6}{check}`; nothing for one that could give two
 * licences one number, or a number nobody can read.
 */
export function findNumberForm(pattern: string): NumberForm | undefined {
  const [, letters, middle] = FORM.exec(pattern) ?? [];
  if (letters === undefined || middle === undefined) return undefined;
  const parts: NumberPart[] = [];
  for (const [text, name, argument] of middle.matchAll(PART)) {
    const part = partOf(text, name, argument);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const digits = parts.reduce((sum, part) => sum + lengthOf(part), 0);
  const times = (kind: NumberPart['kind']) => parts.filter((part) => part.kind === kind).length;
  const isClear = times('serial') === 1 && times('region') <= 1 && times('year') <= 1 && times('choice') <= 1;
  return isClear && digits >= MIN_DIGITS && digits <= MAX_DIGITS ? { letters, parts } : undefined;
}

export const numberPattern: RequiredShape<string> = required((value) => {
  if (typeof value !== 'string') return 'type';
  return value.length <= 80 && findNumberForm(value) !== undefined ? undefined : 'format';
});

/** Digits of the sequence number. */
export function serialDigits({ parts }: NumberForm): number {
  for (const part of parts) if (part.kind === 'serial') return part.digits;
  return 0;
}

/** What one number says in its parts. */
export interface NumberValues {
  readonly region: string;
  readonly year: number;
  /** Place of the choice, from 1; 0 where the form has none. */
  readonly choice: number;
  readonly serial: number;
}

export function writeNumber({ letters, parts }: NumberForm, values: NumberValues): string {
  let digits = '';
  for (const part of parts) digits += textOf(part, values);
  return letters + digits + checkDigit(digits);
}

/** GB/T 17710-2008 (ISO/IEC 7064), MOD 11,10: finds each wrong digit and nearly each swap. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

function partOf(text: string, name: string | undefined, argument: string | undefined): NumberPart | undefined {
  if (name === undefined) return { kind: 'digits', text };
  if (name === 'region' || name === 'year') return argument === undefined ? { kind: name } : undefined;
  if (argument === undefined) return undefined;
  if (name === 'choice') return { kind: 'choice', field: argument };
  const digits = name === 'serial' && /^[0-9]$/.test(argument) ? Number(argument) : 0;
  return digits >= MIN_SERIAL && digits <= MAX_SERIAL ? { kind: 'serial', digits } : undefined;
}

function lengthOf(part: NumberPart): number {
  if (part.kind === 'digits') return part.text.length;
  return part.kind === 'serial' ? part.digits : LENGTHS[part.kind];
}

function textOf(part: NumberPart, { region, year, choice, serial }: NumberValues): string {
  switch (part.kind) {
    case 'digits':
      return part.text;
    case 'region':
      return region;
    case 'year':
      return String(year);
    case 'choice':
      return String(choice);
    case 'serial':
      return String(serial).padStart(part.digits, '0');
  }
}
