import { LedgerError } from '../../ledger-error.ts';

/** GB 32100-2015, table 3: 31 characters, without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100-2015, table 4: 3^(i-1) mod 31. */
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714-1997: digits and all 26 letters, 0 to 35. */
const SUBJECT_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SUBJECT_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** 9: market regulation; 2: individual business (GB 32100-2015, table 2). */
const INDIVIDUAL_BUSINESS = '92';
/** Subjects run from MA000000, as those of the market registers do. */
const SUBJECT_PREFIX = 'M';
const FIRST_SERIAL = 10 * 31 ** 6;
const SERIALS = 31 ** 7 - FIRST_SERIAL;

/** The 统一社会信用代码 of the individual business with this serial, registered in `region` (GB/T 2260, six digits). */
export function creditCode(region: string, serial: number): string {
  if (!Number.isSafeInteger(serial) || serial < 0 || serial >= SERIALS) throw new LedgerError('counter-exhausted');
  const subject = SUBJECT_PREFIX + base31(FIRST_SERIAL + serial);
  const body = INDIVIDUAL_BUSINESS + region + subject + subjectCheckCharacter(subject);
  return body + codeCheckCharacter(body);
}

/** Whether both check characters of an 18-character code are right. Older codes exist whose subject part is not by GB 11714. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  for (const character of code) if (!ALPHABET.includes(character)) return false;
  return codeCheckCharacter(code.slice(0, 17)) === code[17] && subjectCheckCharacter(code.slice(8, 16)) === code[16];
}

/** GB 11714-1997: 11 - (sum of value × weight mod 11), with 10 written X and 11 written 0. */
function subjectCheckCharacter(subject: string): string {
  const check = 11 - (weigh(subject, SUBJECT_ALPHABET, SUBJECT_WEIGHTS) % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** GB 32100-2015: 31 - (sum of value × weight mod 31), with 31 written 0. */
function codeCheckCharacter(body: string): string {
  return ALPHABET.charAt((31 - (weigh(body, ALPHABET, CODE_WEIGHTS) % 31)) % 31);
}

function weigh(text: string, alphabet: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += alphabet.indexOf(text.charAt(i)) * (weights[i] ?? 0);
  return sum;
}

function base31(value: number): string {
  let digits = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 31)) digits = ALPHABET.charAt(rest % 31) + digits;
  return digits.padStart(7, '0');
}
