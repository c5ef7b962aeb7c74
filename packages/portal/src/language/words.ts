import { type Say, type Sentences, sayIn } from './say.ts';

/** What a page speaks at one moment. The object is another one after a change of language, and only then. */
export interface Words {
  readonly t: Say;
  readonly i18n: { readonly language: string };
}

const known = new Map<string, Words>();
const followers = new Set<() => void>();
let current: Words = { t: (key) => key, i18n: { language: 'zh-CN' } };

export function wordsNow(): Words {
  return current;
}

/** Whether the sentences of a language have come. */
export function hasWords(language: string): boolean {
  return known.has(language);
}

export function keepWords(language: string, sentences: Sentences): void {
  known.set(language, { t: sayIn(language, sentences), i18n: { language } });
}

/** Every page shown speaks the language from here on; its sentences were kept before. */
export function speak(language: string): void {
  current = known.get(language) ?? current;
  for (const follow of followers) follow();
}

/** Calls `follow` after each change of language, until the function it gives back is called. */
export function followWords(follow: () => void): () => void {
  followers.add(follow);
  return () => void followers.delete(follow);
}
