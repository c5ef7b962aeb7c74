/** One line of a service's list of business scopes: a GB/T 4754 code, its official name, and what people call it. */
export interface ScopeItem {
  readonly code: string;
  readonly name: string;
  /** Left out where the words come with the catalogue. */
  readonly everyday?: readonly string[];
  readonly english: string;
  /** What the service does with it: `ordinary`, or why a person must look. */
  readonly treatment: string;
  /** A permit to be had afterwards, before opening. */
  readonly laterPermit?: string;
}

/** What stands in a result for certain: all of a word, or a word within what was typed. */
export const CERTAIN = 60;

/**
 * Finds scopes by everyday words. Chinese has no spaces, so a phrase is compared by its pairs of characters: 「开一家小饭馆」
 * shares 饭馆 with the alias. Best first; equal scores keep the list's order.
 */
export function searchScope<Item extends ScopeItem>(items: readonly Item[], query: string, limit = 8): Item[] {
  return scoreScopes(items, query, limit).map(({ item }) => item);
}

/** The same with how near each is: from `CERTAIN` on all of a known word was said. */
export function scoreScopes<Item extends ScopeItem>(items: readonly Item[], query: string, limit: number) {
  const wanted = fold(query);
  if (wanted === '') return [];
  return items
    .map((item, index) => ({ item, index, score: scoreOf(item, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit);
}

function scoreOf(item: ScopeItem, wanted: string): number {
  if (/^\d+$/.test(wanted)) return item.code.startsWith(wanted) ? 100 : 0;
  return Math.max(
    matchOf(fold(item.name), wanted),
    matchOf(fold(item.english), wanted),
    ...(item.everyday ?? []).map((word) => matchOf(fold(word), wanted)),
  );
}

function matchOf(known: string, wanted: string): number {
  if (known === '') return 0;
  if (known === wanted) return 100;
  if (known.includes(wanted)) return 80 - Math.min(known.length - wanted.length, 20);
  if (wanted.includes(known)) return 70 + Math.min(known.length, 9);
  // Two letters in common are chance; two characters are a word.
  if (/^[\x20-\x7e]+$/.test(wanted)) return 0;
  const pairs = pairsOf(wanted);
  const shared = [...pairs].filter((pair) => known.includes(pair)).length;
  return shared === 0 ? 0 : (50 * shared) / pairs.size;
}

function pairsOf(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。、,.！!？?]/g, '');
}
