import type { Language } from '../language/language.ts';
import en from '../messages/en.json';
import zh from '../messages/zh-CN.json';

type Facts = Readonly<Record<string, string | number | boolean>>;

/** Looks words up in the portal's own message files, which are inside this one file: no request is made for them. */
export function wordsOf(language: Language): (key: string, facts?: Facts) => string {
  const messages: unknown = language === 'en' ? en : zh;
  return (key, facts = {}) => {
    const text = find(messages, key.split('.'));
    return text === undefined ? key : text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));
  };
}

function find(tree: unknown, path: readonly string[]): string | undefined {
  let at: unknown = tree;
  for (const name of path)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined;
  return typeof at === 'string' ? at : undefined;
}
