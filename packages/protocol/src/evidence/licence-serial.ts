/** GB 32100-2015, table 3: 31 characters, without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FIRST_SERIAL = 10 * 31 ** 6;
const SUBJECT = /^[0-9]{8}M([0-9A-HJ-NPQRTUWXY]{7})[0-9X][0-9A-HJ-NPQRTUWXY]$/;

/** The serial in a number of this ledger: numbers are dealt out 0, 1, 2, … across all regions. */
export function findLicenceSerial(number: string): number | undefined {
  const [, digits] = SUBJECT.exec(number) ?? [];
  if (digits === undefined) return undefined;
  let value = 0;
  for (const digit of digits) value = value * 31 + ALPHABET.indexOf(digit);
  return value >= FIRST_SERIAL ? value - FIRST_SERIAL : undefined;
}
