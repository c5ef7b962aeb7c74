import { DepartmentError } from '../department-error.ts';
import { isIdNumber } from '../register/id-number.ts';

export interface SearchTerm {
  readonly kind: 'name' | 'id-number';
  /** One spelling for all that people type for the same thing. */
  readonly text: string;
}

const MOST_CHARACTERS = 60;

/** A name: full-width letters, spaces and the dots between parts of a name make no difference. */
export function nameTerm(name: string): SearchTerm {
  const text = name
    .normalize('NFKC')
    .replaceAll(/[\s·•‧・･.]/gu, '')
    .toLowerCase();
  return { kind: 'name', text };
}

export function idNumberTerm(number: string): SearchTerm {
  return { kind: 'id-number', text: number.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase() };
}

/**
 * What an officer typed, as what it is meant to be. A number whose check character does not fit (GB 11643) is a slip of
 * the finger and no search: `id-number-check`. Throws `search-text-unfit` for nothing, or too much.
 */
export function searchTermOf(typed: string): SearchTerm {
  const number = idNumberTerm(typed);
  if (/^\d{14,18}X?$/.test(number.text)) {
    if (!isIdNumber(number.text)) throw new DepartmentError('id-number-check');
    return number;
  }
  const name = nameTerm(typed);
  const length = [...name.text].length;
  if (length < 2 || length > MOST_CHARACTERS) throw new DepartmentError('search-text-unfit');
  return name;
}
