/** GB 11643-1999: 6 digits of region, 8 of birth date, 3 of sequence, one check character by ISO 7064 MOD 11-2. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The check character for the first 17 digits. */
export function idNumberCheck(first17: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) sum += weight * Number(first17.charAt(index));
  return CHECK_CHARACTERS.charAt(sum % 11);
}

export function isIdNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && idNumberCheck(text.slice(0, 17)) === text.charAt(17);
}

/** The birth date an ID number carries, as `YYYY-MM-DD`. */
export function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}
