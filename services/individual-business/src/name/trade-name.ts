import { nameRule } from './name-rule.ts';

/** By their first character: a name is short, the list of words is not. */
const reserved = new Map<string, string[]>();
for (const { words } of nameRule.forbidden) {
  for (const word of words) {
    const first = word.charAt(0);
    const same = reserved.get(first);
    if (same === undefined) reserved.set(first, [word]);
    else same.push(word);
  }
}
/** Around the place of a branch, or 个体工商户. */
const BRACKETS = '（）()';

/** Whether a trade name can be taken as it is: no reserved word, and only Chinese characters (规定 5). */
export function isPlainTradeName(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) {
    const character = name.charAt(at);
    if (!isOrdinary(name.charCodeAt(at)) && !BRACKETS.includes(character)) return false;
    const words = reserved.get(character);
    if (words?.some((word) => name.startsWith(word, at))) return false;
  }
  return true;
}

/** Common Chinese characters, given by code: no Unicode table to differ by version. */
function isOrdinary(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fa5;
}
