/** Codes written short: `0111239` is 0111, 0112, 0113 and 0119. */
export function readCodes(text: string): string[] {
  return text.split(' ').flatMap((word) => [...word.slice(3)].map((digit) => word.slice(0, 3) + digit));
}
