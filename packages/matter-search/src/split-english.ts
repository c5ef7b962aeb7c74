const LONGEST = 14;
/** What a word may end with and be the same word. */
const ENDINGS = ['', 's', 'ing', 'ed'];

/** A word as it is known, and where it stands. */
export interface EnglishWord {
  readonly word: string;
  readonly start: number;
}

/**
 * The words that letters without spaces fall into; empty when they do not fall into
 * known words without a rest. Then a short word counts too: the dog of `ihaveadog` is no chance, that of `dogma` is. Linear.
 */
export function splitEnglish(letters: string, known: ReadonlySet<string>): readonly EnglishWord[] {
  const best: (readonly EnglishWord[] | undefined)[] = [[]];
  for (let to = 1; to <= letters.length; to += 1) {
    for (let from = Math.max(0, to - LONGEST); from < to; from += 1) {
      const before = best[from];
      const word = before && findWord(letters.slice(from, to), known);
      if (before === undefined || word === undefined) continue;
      // Fewer words are the likelier reading.
      const shortest = best[to];
      if (shortest === undefined || before.length + 1 < shortest.length) best[to] = [...before, { word, start: from }];
    }
  }
  return best[letters.length] ?? [];
}

function findWord(letters: string, known: ReadonlySet<string>): string | undefined {
  for (const ending of ENDINGS) {
    if (!letters.endsWith(ending)) continue;
    const word = letters.slice(0, letters.length - ending.length);
    if (word.length + (ending === '' ? 3 : 0) >= 3 && known.has(word)) return word;
  }
  return undefined;
}
