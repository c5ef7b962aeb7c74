/** What stands in the messages of one language: sections of sections, down to sentences. */
export interface Sentences {
  readonly [key: string]: string | Sentences;
}

/** What a sentence is told: its holes by name, `count` for its number, `defaultValue` where there may be no such key. */
export interface SentenceFacts {
  readonly count?: number;
  readonly defaultValue?: string;
  readonly [hole: string]: unknown;
}

/** The sentence of a key; the key itself where there is none, so that what is missing is seen and not guessed at. */
export type Say = (key: string, facts?: SentenceFacts) => string;

/**
 * A reader of sentences. A key with a `count` may have forms of its own: `key_zero` for none at all, else the plural
 * category of the language (Unicode CLDR, by `Intl.PluralRules`). A hole nothing is said about stays empty.
 */
export function sayIn(language: string, sentences: Sentences): Say {
  const plurals = new Intl.PluralRules(language);
  return (key, facts = {}) => {
    const text = findCounted(sentences, key, facts.count, plurals) ?? findSentence(sentences, key);
    if (text === undefined) return facts.defaultValue ?? key;
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => String(facts[hole] ?? ''));
  };
}

function findCounted(
  sentences: Sentences,
  key: string,
  count: number | undefined,
  plurals: Intl.PluralRules,
): string | undefined {
  if (count === undefined) return undefined;
  const none = count === 0 ? findSentence(sentences, `${key}_zero`) : undefined;
  return none ?? findSentence(sentences, `${key}_${plurals.select(count)}`);
}

/** Own members only: a code that comes from outside, like `constructor`, is no sentence. */
function findSentence(sentences: Sentences, key: string): string | undefined {
  let at: string | Sentences | undefined = sentences;
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || !Object.hasOwn(at, part)) return undefined;
    at = at[part];
  }
  return typeof at === 'string' ? at : undefined;
}
