const DECIMAL = /^(?:0|[1-9][0-9]{0,15})$/;

/** The number that `text` writes in ASCII decimal, no sign, no leading zero, at most 2^53 - 1; else nothing. */
export function findDecimal(text: string): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
