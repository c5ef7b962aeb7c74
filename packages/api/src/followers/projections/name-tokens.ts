const CHINESE = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Search tokens of a trade name, parted by spaces: every pair of neighbouring Han characters (a trigram index finds no
 * two-character word), each Han character alone, and other words whole and folded. Compatibility forms (full width) are
 * folded first; the stored name stays as it was given.
 */
export const nameTokens = (name: string): string => [...new Set(tokens(name))].join(' ');

/** Tokens a query must all match: pairs where there are pairs, a lone character otherwise. */
export const queryTokens = (text: string): string[] => {
  const all = [...new Set(tokens(text))];
  const pairs = all.filter((token) => [...token].length > 1);
  const runs = text.normalize('NFKC').match(/\p{Script=Han}+/gu) ?? [];
  const lone = runs.filter((run) => [...run].length === 1);
  return [...new Set([...pairs, ...lone, ...all.filter((token) => !CHINESE.test(token))])];
};

const tokens = (text: string): string[] => {
  const found: string[] = [];
  let word = '';
  let previous = '';
  for (const character of text.normalize('NFKC').toLowerCase()) {
    if (CHINESE.test(character)) {
      if (word !== '') found.push(word);
      found.push(character);
      if (previous !== '') found.push(previous + character);
      word = '';
      previous = character;
      continue;
    }
    previous = '';
    if (WORD.test(character)) word += character;
    else if (word !== '') {
      found.push(word);
      word = '';
    }
  }
  if (word !== '') found.push(word);
  return found;
};
