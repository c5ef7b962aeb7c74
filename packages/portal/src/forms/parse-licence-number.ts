/** GB 32100-2015: 31 characters, without I, O, S, V and Z; the last is a check character, weights 3^i mod 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** A number in a service's own form: letters, then digits of which the last is a check digit. */
const OWN = /^[A-Z]{2,4}[0-9]{9,18}$/;

export type ParsedLicenceNumber =
  | { readonly number: string }
  | { readonly problem: 'empty' | 'length' | 'character' | 'check' };

/**
 * Reads a typed 统一社会信用代码, or a number in a service's own form: spaces, dashes, full-width and small letters are forgiven,
 * a slip in a character is noticed.
 */
export function parseLicenceNumber(text: string): ParsedLicenceNumber {
  const number = text
    .normalize('NFKC')
    .replace(/[\s\-‐–—·.]/g, '')
    .toUpperCase();
  if (number === '') return { problem: 'empty' };
  if (/^[A-Z]{2}/.test(number)) return parseOwn(number);
  if (number.length !== 18) return { problem: 'length' };
  let sum = 0;
  let weight = 1;
  for (const character of number.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value === -1) return { problem: 'character' };
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  const check = alphabet[(31 - (sum % 31)) % 31];
  if (!alphabet.includes(number.charAt(17))) return { problem: 'character' };
  return check === number.charAt(17) ? { number } : { problem: 'check' };
}

/** GB/T 17710-2008, MOD 11,10 over all digits. */
function parseOwn(number: string): ParsedLicenceNumber {
  if (!OWN.test(number)) return { problem: /^[A-Z]+[0-9]*$/.test(number) ? 'length' : 'character' };
  const digits = number.replace(/^[A-Z]+/, '');
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + Number(digits.at(-1))) % 10 === 1 ? { number } : { problem: 'check' };
}
