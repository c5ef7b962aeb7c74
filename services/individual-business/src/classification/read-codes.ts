/** Codes written short: `0111239` is the 中类 011 with its 小类 0111, 0112, 0113 and 0119. */
export function readCodes(text: string): string[] {
  const codes: string[] = [];
  for (const word of text.split(' ')) {
    const group = word.slice(0, 3);
    for (let at = 3; at < word.length; at += 1) codes.push(group + word.charAt(at));
  }
  return codes;
}
