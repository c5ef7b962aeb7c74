/** GB 32100-2015: 31 characters, without I, O, S, V and Z; the last is a check character, weights 3^i mod 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type ParsedLicenceNumber =
  | { readonly number: string }
  | { readonly problem: 'empty' | 'length' | 'character' | 'check' };

/** Reads a typed 统一社会信用代码: spaces, dashes, full-width and small letters are forgiven, a slip in a character is noticed. */
export function parseLicenceNumber(text: string): ParsedLicenceNumber {
  const number = text
    .normalize('NFKC')
    .replace(/[\s\-‐–—·.]/g, '')
    .toUpperCase();
  if (number === '') return { problem: 'empty' };
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
